"""What a page says of where an article comes from and who wrote it: patterns, matched as `page_lines` are."""

from typing import Final

__all__ = ["CLOSING_PATTERNS", "EDGE_PATTERNS", "REPRINT_PATTERNS"]

_PIECE = r"(?:article|story|post|piece|report|text|commentary|analysis|interview|op-ed|column|essay|page|content)"

# Lines that say whom an article was taken from. The publisher stands in the group `who`, where it is told.
_WHO = (
    r"(?P<who>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info)\b|(?:the )?(?-i:[A-Z0-9@])"
    r"[^.;:()\[\]!?]{1,70}?(?:\.(?:com|org|net|ly|co\.uk|info|eu|de|me)\b)?)"
)
_OWN = r"(?:article|story|post|piece|commentary|interview|op-ed|column|essay|dispatch|analysis)"
_AFTER = r"(?:[,.;( ]+(?:on|and|under|with|in|as|where|here|has|is|it|was|dated|at|by|to)\b.{0,200})?[.)]*"
REPRINT_PATTERNS: Final[tuple[str, ...]] = (
    rf".{{0,60}}\b(?:this|our|(?:the|an?) (?:\w+ )?version of this|the above|"
    rf"the following) (?:\w+ )?(?:{_OWN}|report|text)\b.{{0,30}}\b(?:originally|first|initially|"
    rf"previously) (?:\w+ )?(?:appeared|ran|published|posted|printed|aired|broadcast|produced|"
    rf"distributed|released)\b.{{0,12}}? (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf".{{0,60}}\b(?:this|our|(?:the|an?) (?:\w+ )?version of this|the above) (?:\w+ )?{_OWN} (?:was |"
    rf"is |has been )?(?:also |being )?(?:appeared|appears|ran|published|posted|printed|produced|"
    rf"provided|distributed)\b.{{0,12}}? (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf"(?:the|an?) (?:\w+ )?{_OWN} (?:was |has )?(?:originally|first) (?:appeared|published|posted|ran|"
    rf"printed) (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf".{{0,30}}\bthis (?:{_OWN}|report|text)\b.{{0,40}}\b(?:re-?printed|re-?published|re-?produced|"
    rf"re-?posted|cross-?posted|syndicated|taken|adapted)\b.{{0,30}}?\b(?:from|of|by|"
    rf"with) (?:the )?(?:kind |explicit |full )?(?:permission (?:of|from|by) )?{_WHO}{_AFTER}",
    rf"\(?(?:originally|first|initially|previously) (?:published|posted|appeared|printed|"
    rf"run)(?: .{{0,30}}?)?\b(?:by|in|on|at) {_WHO}{_AFTER}",
    rf"\(?(?:re-?printed|re-?published|re-?produced|re-?posted|cross-?posted|syndicated|"
    rf"courtesy)(?: (?:here|article|story|post))?(?: with (?:the )?(?:kind |explicit |"
    rf"full )?permission)? (?:from|of|by|via) {_WHO}{_AFTER}",
    rf"\(?(?:news )?(?:source|sources|via|hat tip|h/t|through|source link|original source)\s?[:–-] ?{_WHO}[.)]*",
    rf"via {_WHO}[.)]*",
    rf".{{0,40}}\bthis {_OWN}\b.{{0,60}}\b(?:permission|republished|reprinted|cross-?posted|reposted)\b.{{0,160}}",
    r"(?:re-?printed|re-?published|re-?produced|used|published) (?:here )?with (?:the )?(?:kind |"
    r"explicit |full |author.s )?permission.{0,160}",
    rf"(?:read|see|view) the (?:original|full) (?:{_PIECE}|version)(?: (?:here|on|at|in|from)\b.{{0,80}})?[.:]*",
    rf"the (?:post|article|story) .{{5,250}} (?:appeared first on|first appeared on) {_WHO}[.]*",
)

# Lines that are dropped only outside the body: in front of its first or behind its last paragraph.
EDGE_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("licence", r".{0,60}\b(?:copyright|terms of (?:use|service)|privacy policy)\b.{0,120}"),
    (
        "author note",
        r"(?:[—–-] ?)?(?:to )?(?:e-?mail|contact|reach|write to|letters? to|"
        r"send .{0,40}to)\b.{0,120}\S@\S.{0,160}|.{0,80}\bcan be (?:reached|contacted|followed) .{0,160}|"
        r"(?:contact|call|e-?mail) (?:the )?(?:reporter|writer|author|newsdesk|newsroom|"
        r"staff writer)\b.{0,160}",
    ),
    (
        "author note",
        r"(?:follow|reach|contact|e-?mail|write to) .{2,50} (?:on|at|via) .{0,40}(?:@|twitter|facebook|"
        r"instagram|https?:|www|\.com).{0,60}|(?:twitter|x|e-?mail)(?::| ?@).{2,60}",
    ),
    (
        "subscription",
        r".{0,160}\b(?:our (?:free )?(?:newsletter|telegram|whatsapp|facebook|twitter|youtube|podcast|app|"
        r"channel|readers|supporters|patreon)|newsletter|subscribers? only|patreon|mailing list)\b.{0,160}",
    ),
    (
        "subscription",
        r"(?:we rely on your|we need your|your support|support (?:independent|our|us|quality) |"
        r"if you (?:like|enjoy|enjoyed|value|found) (?:this|our)|help us |"
        r"we look forward to seeing you).{0,260}",
    ),
    ("menu", r".{0,80}\b(?:privacy policy|cookies?|javascript)\b.{0,120}"),
)

# What an author's or a publisher's note says in the last lines of a page: the note's subject stands in `who`.
CLOSING_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:is|was) (?:an?|the|one of the|currently|also|"
        r"co-)? ?[^.]{0,140}\b(?:reporter|correspondent|editor|journalist|writer|columnist|fellow|analyst|"
        r"professor|lecturer|researcher|scholar|contributor|author of|author|director|freelancer?|"
        r"co-?founder|founder|producer|photographer|blogger|adviser|consultant|specialist|expert|pseudonym|"
        r"bureau chief|historian)\b.{0,400}",
    ),
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:is|are) (?:an?|the|one of the|"
        r"currently)\b[^.]{0,140}\b(?:blog|website|news site|news (?:agency|outlet|organi[sz]ation|service|"
        r"portal|network|website|platform)|newspaper|magazine|think[- ]tank|media (?:outlet|organi[sz]ation|"
        r"group|company|platform)|publication|newsletter|podcast|broadcaster|online (?:platform|publication|"
        r"journal)|non-?profit|monitoring (?:group|service)|journal)\b.{0,400}",
    ),
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:covers|reports (?:on|from|for)|writes (?:on|about|"
        r"for)|teaches|has (?:covered|reported|written)|works (?:as|for|at)|tweets|blogs|can be (?:reached|"
        r"followed|contacted)|was (?:previously|formerly)|joined)\b.{0,300}",
    ),
)
