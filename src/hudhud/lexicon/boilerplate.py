"""Lines that a page prints round its article: tables of patterns, each with the reason a line is dropped for.

Gathered by hand from the habits of blog software, newspaper sites, broadcasters and agencies, and checked by
what they drop from texts known to be articles. Patterns are read without regard to case and must match the
whole line, its white space folded and its bullets taken off.
"""

from typing import Final

__all__ = [
    "ADMIN_NAMES",
    "CLOSING_PATTERNS",
    "COMMENT_MARKERS",
    "DESK_WORDS",
    "EDGE_PATTERNS",
    "LINE_PATTERNS",
    "NAV_WORDS",
    "REPRINT_PATTERNS",
    "ROLE_WORDS",
    "SECTION_WORDS",
    "TEASER_MARKERS",
    "TEASER_PREFIXES",
]

# Words of navigation: a line that is one of them is never an article's.
NAV_WORDS: Final[frozenset[str]] = frozenset(
    """
    menu|main menu|home|home page|homepage|search|search for|search this site|search this blog|skip to content|
    skip to main content|skip to navigation|skip navigation|skip links|toggle navigation|toggle menu|navigation|
    open menu|close menu|close|open|back to top|top|scroll to top|go to top|log in|login|log out|logout|sign in|
    sign out|sign up|my account|account|register|subscribe|subscribe now|subscriptions|about|about us|who we are|
    contact|contact us|advertise|advertise with us|careers|jobs|privacy|privacy policy|privacy notice|
    cookie policy|cookies|cookie settings|manage cookies|terms|terms of use|terms of service|terms & conditions|
    terms and conditions|disclaimer|sitemap|site map|site index|rss|rss feed|rss feeds|feedback|help|faq|faqs|
    accessibility|accessibility help|accessibility links|archive|archives|categories|category|tags|tag|topics|
    exit mobile version|view desktop version|mobile version|view web version|desktop version|print edition|
    e-paper|epaper|today's paper|more|more...|more…|show more|load more|see all|view all|see more|
    view all posts|newer post|older post|older posts|newer posts|newer|older|next|previous|prev|back|continue|
    share|print|email|e-mail|pdf|copy link|copy|link copied|save|bookmark|listen|play|pause|mute|unmute|
    facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|pinterest|reddit|tumblr|google|google+|
    messenger|flipboard|viber|vk|tiktok|threads|mastodon|bluesky|tweet|like|pin it|stumbleupon|digg|skype|
    english|arabic|français|عربي|العربية|عربى|türkçe|русский|español|فارسی|kurdî|kurdish|
    ok|accept|accept all|i agree|got it|dismiss|no thanks|not now|cancel|submit|post|send|reply|report|edit|
    loading|loading...|loading…|like loading...|powered by blogger|uncategorized|uncategorised|
    live|live now|watch live|listen live|on air|breaking|breaking news|weather|newsletter|newsletters|
    القائمة|الرئيسية|بحث|اتصل بنا|من نحن|تسجيل الدخول|مشاركة|شارك|طباعة|المزيد|سياسة الخصوصية|التعليقات
    """.replace("\n", "")
    .replace("    ", "")
    .strip()
    .split("|")
)

# Names of sections: navigation at a page's edges, but possibly a heading between two paragraphs.
SECTION_WORDS: Final[frozenset[str]] = frozenset(
    """
    news|latest|latest news|top stories|world|world news|national|local|international|politics|business|economy|
    finance|markets|sport|sports|opinion|opinions|editorial|editorials|comment|commentary|analysis|culture|arts|
    entertainment|lifestyle|life|travel|food|health|science|tech|technology|environment|climate|education|society|
    video|videos|photo|photos|pictures|gallery|galleries|multimedia|podcast|podcasts|audio|radio|tv|programmes|
    shows|features|feature|in depth|in-depth|investigations|reports|report|interviews|interview|blogs|blog|events|
    middle east|africa|north africa|europe|asia|americas|latin america|us|u.s.|usa|us & canada|uk|australia|
    asia pacific|central asia|mena|gulf|levant|maghreb|sahel|libya|syria|iraq|yemen|lebanon|egypt|tunisia|algeria|
    morocco|sudan|south sudan|somalia|ethiopia|iran|israel|palestine|jordan|turkey|saudi arabia|ukraine|russia|
    afghanistan|pakistan|india|china|mali|niger|nigeria|war|conflict|conflicts|security|defence|defense|military|
    diplomacy|human rights|migration|refugees|terrorism|energy|oil|women|youth|religion|crime|law|letters|
    most read|most popular|trending|editor's picks|recommended|sponsored|magazine|weekend|books|obituaries|fashion
    """.replace("\n", "")
    .replace("    ", "")
    .strip()
    .split("|")
)

_SHARE = r"(?:share|tweet|pin|e-?mail|print|send|post|forward|save|bookmark|recommend|copy|like)"
_NETS = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|pinterest|tumblr|pocket|google\+?|e-?mail|"
    r"messenger|instagram|you ?tube|flipboard|viber|tik ?tok|threads|rss|sms|vk|skype|line|print|link|copy link)"
)
_PIECE = r"(?:article|story|post|piece|report|text|commentary|analysis|interview|op-ed|column|essay|page|content)"
_CALLS = (
    r"(?:newsletters?|telegram|whats ?app|channels?|facebook|twitter|instagram|you ?tube|tik ?tok|app|apps|inbox|"
    r"e-?mails?|alerts?|notifications?|updates|podcasts?|patreon|membership|member|subscribers?|subscription|"
    r"free trial|mailing list|rss|feed|social media|journalism|reporting|digital access|premium|account|briefing|"
    r"headlines|breaking news|latest news|stories|profile|@\w+)"
)
_AGENCY = (
    r"(?:reuters|afp|ap|a\.p\.|epa(?:-efe)?|efe|getty(?: images)?|anadolu(?: agency)?|aa|shutterstock|alamy|"
    r"wikimedia(?: commons)?|wikipedia|flickr|xinhua|tass|sputnik|dpa|ansa|upi|zuma(?: press)?|istock(?:photo)?|"
    r"nurphoto|sipa|polaris|magnum(?: photos)?|unsplash|pixabay|creative commons|public domain|rex(?: features)?|"
    r"pa(?: wire| images)?|bloomberg|corbis|unhcr|unicef|icrc|ocha|msf|us (?:army|navy|air force|marine corps)|"
    r"u\.s\. (?:army|navy|air force|marine corps)|dod|mod|file(?: photo| picture| image)?|archives?|handout|"
    r"courtesy(?: of)? [^)\].,]{2,40}|screengrab|screenshot|ukrinform|unian|ria novosti|depositphotos)"
)
_CREDIT = (
    r"(?:photo(?:graph|s|graphs)?|picture|image|pic|foto|illustration|graphic|screenshot|screengrab|featured image|"
    r"cover (?:photo|image)|file (?:photo|picture|image)|(?:photo|image|picture|video|map|graphic)s? "
    r"(?:credit|source|courtesy|copyright|by)|photographer|credits?)"
)

# Whole lines, wherever they stand.
LINE_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    # comments
    (
        "comment",
        r"(?:no|\d+) (?:pending )?(?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far|yet)\b.*)?[.:]?",
    ),
    ("comment", r"comments?(?: \(\d+\)|: ?\d+)?:?"),
    ("comment", r"comments? (?:are|is)(?: now| currently)? (?:closed|disabled|off|turned off|moderated).*"),
    ("comment", r"comments? (?:off|closed|disabled|policy|section).{0,80}"),
    (
        "comment",
        r"(?:leave|post|add|write|submit|make) (?:a|your|the first|an?other) (?:reply|comment|response)s?.{0,60}",
    ),
    (
        "comment",
        r"(?:cancel reply|leave reply|join the (?:conversation|discussion|debate).{0,80}|be the first to comment.*)",
    ),
    ("comment", r"your e-?mail address will not be published.*|required fields are marked.*"),
    ("comment", r"(?:log|sign) ?in to (?:leave a comment|reply|comment|post).*|you must be logged in.*"),
    ("comment", r"(?:load|view|show|hide|see|read|sort) (?:all |more |\d+ )?(?:comments?|replies)(?: by.*| \(\d+\))?"),
    ("comment", r"notify me of (?:follow-?up|new) (?:comments?|posts?).*|save my name, e-?mail.*"),
    ("comment", r"(?:please enable javascript to view the )?comments powered by.*|this site uses akismet.*"),
    ("comment", r"(?:name|e-?mail|website|comment|message)(?: ?\*|: ?\*?)|you must enter the characters.*"),
    ("comment", r"add (?:your|a) comment.*|have your say.*|what do you think\?|report (?:abuse|comment|this comment)"),
    ("comment", r"(?:اترك تعليق|أضف تعليق|التعليقات مغلقة|لا توجد تعليقات).{0,60}"),
    # share
    (
        "share",
        rf"{_SHARE}(?:\b[,|/ ]*(?:this|the|on|via|to|in|with|a|link|by|your|friends?|or|and|{_PIECE}|{_SHARE}|{_NETS}))*[ :!.]*",
    ),
    ("share", rf"(?:[|•·,/]? ?{_NETS}\b ?[|•·,/]?){{2,}}"),
    ("share", r"click to .{3,60}(?:\(opens in new window\))?|.{3,60}\(opens in new (?:window|tab)\)"),
    ("share", r"(?:share|like) (?:this|it)(?: with.*| on.*| via.*)?[:.]?|like this:.*|like loading.*|share options?"),
    (
        "share",
        r"[\d.,]+ ?[km]?\+? (?:shares?|likes?|views?|reads?|retweets?|interactions|total views)(?:[ ,|•·]+[\d.,]+ ?[km]? \w+)*",
    ),
    ("share", r"(?:total )?(?:shares?|views?|likes?|hits)[: ]+[\d.,]+ ?[km]?"),
    ("share", r"(?:print|save|e-?mail|share)(?: ?[/|•·] ?(?:print|save|e-?mail|share|a|a\+|a-))+"),
    # menus and page parts
    ("menu", r"(?:please )?enable javascript.*|javascript (?:is|must be|seems).*|please enable javascript.*"),
    ("menu", r".{0,60}\byour browser\b.{0,120}"),
    ("menu", r"(?:close )?(?:sign|log) in (?:using|with) your? .{0,80}|(?:close )?get e-?mail notifications .{0,80}|message: ?\* .{0,160}"),
    ("menu", r".{0,80}\b(?:uses?|using|accept|of|our) cookies\b.{0,240}"),
    (
        "menu",
        r"(?:about )?\d+ ?(?:-| )?(?:min(?:ute)?s?|sec(?:ond)?s?)(?:'s)?(?: of)? (?:read|reading)(?: time)?|reading time:? .{1,30}|estimated reading.*",
    ),
    ("menu", r"home ?(?:[>»›/|→]|::) ?.{2,200}|you are (?:here|at|in):.*"),
    (
        "menu",
        r"(?:page|image|photo|slide|caption) ?\d+ (?:of|/) ?\d+|\d+ ?/ ?\d+|(?:show|hide) (?:transcript|caption|photo|more|less).*",
    ),
    (
        "menu",
        r"(?:filed|posted|published|archived) (?:under|in)[: ][^.]{1,100}|(?:categories|category|tags?|tagged(?: with| as)?|topics?|labels?|keywords?|related topics|more about)(?::| ?»).{0,200}",
    ),
    (
        "menu",
        r"(?:view all posts by|more posts by|posts by|see all (?:posts|articles|stories)|view (?:all|my) ).{1,80}",
    ),
    (
        "menu",
        r"(?:in this (?:article|story)|table of contents|contents|on this page|jump to|story highlights|key points)[: ]*",
    ),
    (
        "menu",
        r"(?:skip|jump|go|back) to (?:the )?(?:main |primary |top|end|content|navigation|footer|sidebar|search|home).{0,40}",
    ),
    ("menu", r"(?:powered by|theme by|proudly powered|designed by|developed by|website by|hosted by|blog at).{1,60}"),
    (
        "menu",
        r"(?:close|open|dismiss|expand|collapse|view|enlarge|play|watch|pause)(?: (?:this|the|in|image|video|photo|gallery|slideshow|fullscreen|full screen|caption|panel|menu|search|larger))+",
    ),
    (
        "menu",
        r"(?:listen to (?:this )?article|media playback is .*|this video (?:can ?not|is not|is no longer).{0,60}|(?:video )?(?:transcript|duration)[: ][\d: ]*)",
    ),
    (
        "menu",
        r"written by \S*(?:admin|editor|webmaster|root|staff)\S*|(?:posted|published|by|author:?) (?:admin|administrator|webmaster|\S+_admin)\.?",
    ),
    ("menu", r"[\W_]+|(?!(?:19|20)\d\d$)\d{1,4}|[\d.,]+ ?[km]|#\w+(?:[ ,]+#\w+)*|https?://\S+|www\.\S+|\S+@\S+\.\w+"),
    (
        "menu",
        r"(?:text size|font size|resize|a ?a ?a|a- ?a\+?|a\+ ?a-?).{0,30}|(?:select|choose|change) (?:language|edition|region|your).{0,40}",
    ),
    (
        "menu",
        r"(?:having trouble viewing|you are the owner of this|why are we asking|just one more thing|click on the button below|click the button below).*",
    ),
    ("menu", r"(?:for immediate release|more to follow|-?30-?|# # #|xxx|ends|end)[.:]?"),
    # subscription calls
    (
        "subscription",
        rf"(?:please |also |and |to |don.t forget to |you can (?:also )?)*(?:join|subscribe|sign[ -]?up|download|get|receive|donate|register|stay up|stay (?:in|up|informed|connected)|check out|tune in|visit|connect with|become an?|never miss|keep up|install|like our|follow (?:our|the latest|@)|support our|enter your|send us|help us|watch our|listen to our|add your)\b(?=.{{0,160}}\b(?:our|us|your|you|here|we|free|now|today|app|@\w+|newsletter)\b).{{0,200}}{_CALLS}\b.{{0,160}}",
    ),
    (
        "subscription",
        r"(?:follow|like|find|join|visit|connect with|contact|support|write to|email) (?:us|him|her|them|me)\b.{0,160}",
    ),
    (
        "subscription",
        r"follow (?-i:[A-Z@])[\w.’'@ -]{1,50} (?:on|via) (?:twitter|facebook|x|instagram|telegram|bluesky|mastodon|linkedin|his|her|their)\b.{0,80}",
    ),
    (
        "subscription",
        r"(?:subscribe|sign up|register (?:now|here|for|to|with)|donate (?:now|here|to)|become a (?:member|subscriber|patron|supporter)|already (?:a|have an?) .{3,30}\?|start your free trial)(?:[ ,!.:].{0,160})?",
    ),
    (
        "subscription",
        r"(?:to )?(?:read|continue reading|access|view) (?:the full|this|more|all|unlimited) .{0,40}(?:subscribe|sign in|log in|register).{0,80}",
    ),
    (
        "subscription",
        r"(?:you have (?:reached|read|used|\d+)|you.ve (?:reached|read|used)|\d+ of \d+) .{0,60}(?:articles?|clicks|stories).{0,120}",
    ),
    ("subscription", r"(?:thank you|thanks) for (?:subscribing|signing up|registering|reading|your).{0,120}"),
    (
        "subscription",
        r"(?:we have sent|an? (?:verification|confirmation) (?:e-?mail|link)|if you do not receive|your notification|email notifications|by (?:submitting|signing up|subscribing|clicking|registering)|welcome back|there was a problem (?:saving|with)|oops.{0,4}(?:you haven.t|something went)|get alerted|get digital access|enter your e-?mail|e-?mail address|(?:re-)?enter (?:your )?zip).{0,260}",
    ),
    (
        "subscription",
        r"(?:our|the) (?:free |daily |weekly )*(?:newsletter|app|podcast)s?\b.{0,120}(?:subscribe|sign up|download|inbox|here|available).{0,80}",
    ),
    # advertisement
    (
        "advertisement",
        r"(?:- ?)?(?:advertise?ments?|advertising|ad|ads|sponsored(?: (?:by|content|links?|post)\b.{0,40})?|promoted(?: content)?|promotion|paid (?:content|post)|partner content)(?: ?-)?:?",
    ),
    (
        "advertisement",
        r"(?:story|article|text|content|report) continues (?:below|after).{0,40}|continue reading(?: below| the main story| this story)?.{0,20}|(?:skip|close|hide|report|remove) (?:this )?ad(?:vertisement)?|scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|ads? by .{2,30}",
    ),
    # licence
    ("licence", r"(?:©|\(c\)|&copy;|copyright\b|tm and ©|\(tm and|\(?©|\(copyright\b).{0,60}\b(?:19|20)\d\d\b.{0,300}"),
    ("licence", r".{0,200}\ball rights reserved\b.{0,260}|.{0,40}\bcopyright ©.{0,200}"),
    (
        "licence",
        r".{0,160}\b(?:licen[cs]ed under|under an? (?:creative commons|cc[ -]by)|creative commons (?:licen[cs]e|attribution)|may not be (?:published|reproduced|copied|redistributed)|no part of this .{0,40}may be).{0,200}",
    ),
    (
        "licence",
        r"(?:you (?:may|can|are free to|are welcome to)|feel free to|please feel free to) (?:re-?publish|re-?post|share|reproduce) .{0,200}|republish (?:this|our) .{0,120}",
    ),
    # picture credits
    (
        "picture credit",
        r"(?:.{0,300}[.!?”\"] ?)?\(cc[ -]by[^)]{0,20}\).{0,120}|.{0,200}\bcc[ -]by(?:-\w\w)*(?: \d\.\d)?\b\)?.{0,60}",
    ),
    ("picture credit", rf"{_CREDIT}(?: ?[:©|]| ?/(?! ?\d)| [–-] | courtesy (?:of )?| via ).{{1,160}}|{_CREDIT} by (?:(?-i:[A-Z])[^\s,]*[ /,]*){{1,7}}"),
    (
        "picture credit",
        rf".{{0,300}}[.!?”\"’)] {_CREDIT}(?:: | courtesy (?:of )?| © ?| by (?=(?-i:[A-Z])\S*(?:[ /](?-i:[A-Z])\S*)*$)).{{2,60}}",
    ),
    (
        "picture credit",
        rf".{{0,400}}[(\[](?:[^()\[\]]{{0,60}}[/|,:©–-] ?)?{_CREDIT}s?(?: ?[:©/–-]| by| courtesy)[^()\[\]]{{1,80}}[)\]]\.?",
    ),
    (
        "picture credit",
        rf".{{0,400}}[(\[][^()\[\]/]{{1,60}}(?:/|, via | via )[^()\[\]/]{{0,30}}\b{_AGENCY}\b[^()\[\]]{{0,40}}[)\]]\.?",
    ),
    ("picture credit", rf".{{0,400}}[(\[]{_AGENCY}\b(?:/| via | file ?(?:photo)?|, file)[^()\[\]]{{0,60}}[)\]]\.?"),
    ("picture credit", rf".{{0,400}}[(\[](?:photo|file|image|{_AGENCY} photo|(?:source|via|courtesy)[: ][^()\[\]]{{2,60}})(?:, file| ?/[^()\[\]]*)?[)\]]\.?"),
    (
        "picture credit",
        rf"[(\[]?©? ?(?:[\w.’' -]{{2,40}}(?: ?/ ?| via | for |, ))?{_AGENCY}(?:(?: ?/ ?| via )[\w.’' -]{{2,40}})*(?:,? file)?[)\]]?\.?(?<!^file)(?<!^archives)",
    ),
    ("picture credit", r"©(?!.*(?:19|20)\d\d).{1,80}|.{0,300}© ?(?:getty|afp|reuters|ap|epa|the |getty images).{0,60}"),
    (
        "picture credit",
        r"(?:image|media|photo|picture|video|figure) (?:copyright|caption|source|credit|courtesy|description)s?\b[,: ].{0,300}|(?:image|photo) \d+ of \d+ .{0,400}",
    ),
    ("picture credit", r"(?:file|archive|undated handout) (?:photo|picture|image|pic)\b.{0,400}|file ?[-–—:].{0,400}"),
    (
        "picture credit",
        r".{0,300}\b(?-i:REUTERS|Reuters) ?/ ?(?-i:[A-Z])[\w.’' -]{2,40}(?:[(/].{2,40})?|.{0,300}\bview (?:full )?caption\b.{0,60}|.{0,300}[.!?”\"] ?(?:getty images|afp|epa|shutterstock|anadolu|ap photo)(?:/[\w .]+)?\.?",
    ),
    (
        "picture credit",
        r"(?:photo|image|picture|caption|cover photo|featured image|above|below|left|right|pictured)(?: (?:above|below|left|right|caption))?: .{3,300}",
    ),
    # author notes
    (
        "author note",
        r".{0,40}\b(?:views?|opinions?)(?: and (?:views?|opinions?))? (?:expressed|presented|stated|contained)\b.{0,60}\b(?:this|author|authors|author.s|writer|writer.s|contributors|those of|own|do not)\b.{0,240}",
    ),
    (
        "author note",
        r"\(?(?:additional |with |further )*(?:reporting|writing|editing|compiled|translation|research|translated|edited|contributions?|files|input|inputs|agencies)(?: and (?:editing|writing|reporting))? (?:by|from|in)[: ].{2,260}\)?",
    ),
    (
        "author note",
        r"(?:additional|with) (?:reporting|research|material|contributions?|files|input|information)[:,]? .{2,160}|\(?with (?:input|inputs) from.{2,80}\)?",
    ),
    (
        "author note",
        r".{2,120}\b(?:contributed (?:additional )?(?:reporting|to (?:this|the) (?:report|story|article|piece|dispatch))|assisted with reporting)\b.{0,80}",
    ),
    (
        "author note",
        r"(?:•|\*)? ?this (?:article|story|piece|report|post|page|headline) (?:was|has been|is being) (?:last )?(?:amended|corrected|updated|edited|modified|revised|clarified)\b.{0,300}",
    ),
    (
        "author note",
        r"(?:correction|clarification|editor.?s.? note|editors.? note|editorial note|note from the editor|disclosure|disclaimer|update note)s?(?: \(.{3,40}\))? ?[:–—-] ?.{3,500}",
    ),
    (
        "author note",
        r"(?:about the authors?|author bio|the author|about (?:us|this blog))[: ]*|(?:meet )?the (?:author|writer) (?:is|was|can) .{3,300}",
    ),
    (
        "author note",
        r"(?:as told to|interview by|words by|compiled by|translated (?:from|by)|edited by|produced by|video by) (?-i:[A-Z]).{2,80}",
    ),
    (
        "author note",
        r".{0,60}\b(?:to contact|contact) the (?:\w+ )?(?:newsdesk|author|reporter|editor|writer|desk|team).{0,260}|(?:got|have|do you have) (?:a|an|any) (?:tip|story|news tip|experience|question|correction)s?\b.{0,160}",
    ),
    # teasers in one line
    (
        "teaser",
        r"(?:read|see|view|continue|click here (?:to|for)) (?:more|the (?:full|rest|original|whole)|full)(?: (?:story|article|post|report|interview|coverage|from|here|on|at|of|about|in)\b.{0,100})?[ »›>→.…]*",
    ),
    ("teaser", r"(?:click here|tap here).{0,120}|.{0,80}\bclick here\b[ .!»]*"),
    (
        "teaser",
        r"this is a developing story.{0,80}|more to come\.*|check back (?:later|for updates).{0,60}|developing story[.:]*|breaking news: .{0,60}check back.{0,60}",
    ),
)

# Lines that say whom an article was taken from. The publisher stands in the group `who`, where it is told.
_WHO = r"(?P<who>(?:the )?(?-i:[A-Z0-9@])[^.;:()\[\]!?]{1,70}?(?:\.(?:com|org|net|ly|co\.uk|info|eu|de|me)\b)?)"
_OWN = r"(?:article|story|post|piece|commentary|interview|op-ed|column|essay|dispatch|analysis)"
_AFTER = r"(?:[,.;( ]+(?:on|and|under|with|in|as|where|here|has|is|it|was|dated|at|by|to)\b.{0,200})?[.)]*"
REPRINT_PATTERNS: Final[tuple[str, ...]] = (
    rf".{{0,60}}\b(?:this|our|(?:the|an?) (?:\w+ )?version of this|the above|the following) (?:\w+ )?(?:{_OWN}|report|text)\b.{{0,30}}\b(?:originally|first|initially|previously) (?:\w+ )?(?:appeared|ran|published|posted|printed|aired|broadcast|produced|distributed|released)\b.{{0,12}}? (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf".{{0,60}}\b(?:this|our|(?:the|an?) (?:\w+ )?version of this|the above) (?:\w+ )?{_OWN} (?:was |is |has been )?(?:also |being )?(?:appeared|appears|ran|published|posted|printed|produced|provided|distributed)\b.{{0,12}}? (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf"(?:the|an?) (?:\w+ )?{_OWN} (?:was |has )?(?:originally|first) (?:appeared|published|posted|ran|printed) (?:by|in|on|at|with|for) {_WHO}{_AFTER}",
    rf".{{0,30}}\bthis (?:{_OWN}|report|text)\b.{{0,40}}\b(?:re-?printed|re-?published|re-?produced|re-?posted|cross-?posted|syndicated|taken|adapted)\b.{{0,30}}?\b(?:from|of|by|with) (?:the )?(?:kind |explicit |full )?(?:permission (?:of|from|by) )?{_WHO}{_AFTER}",
    rf"\(?(?:originally|first|initially|previously) (?:published|posted|appeared|printed|run)(?: .{{0,30}}?)?\b(?:by|in|on|at) {_WHO}{_AFTER}",
    rf"\(?(?:re-?printed|re-?published|re-?produced|re-?posted|cross-?posted|syndicated|courtesy)(?: (?:here|article|story|post))?(?: with (?:the )?(?:kind |explicit |full )?permission)? (?:from|of|by|via) {_WHO}{_AFTER}",
    rf"\(?(?:news )?(?:source|sources|via|hat tip|h/t|through|source link|original source)\s?[:–-] ?{_WHO}[.)]*",
    rf"via {_WHO}[.)]*",
    rf".{{0,40}}\bthis {_OWN}\b.{{0,60}}\b(?:permission|republished|reprinted|cross-?posted|reposted)\b.{{0,160}}",
    r"(?:re-?printed|re-?published|re-?produced|used|published) (?:here )?with (?:the )?(?:kind |explicit |full |author.s )?permission.{0,160}",
    rf"(?:read|see|view) the (?:original|full) (?:{_PIECE}|version)(?: (?:here|on|at|in|from)\b.{{0,80}})?[.:]*",
    rf"the (?:post|article|story) .{{5,250}} (?:appeared first on|first appeared on) {_WHO}[.]*",
)

# Lines that are dropped only outside the body: in front of its first or behind its last paragraph.
EDGE_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("licence", r".{0,60}\b(?:copyright|terms of (?:use|service)|privacy policy)\b.{0,120}"),
    (
        "author note",
        r"(?:[—–-] ?)?(?:to )?(?:e-?mail|contact|reach|write to|letters? to|send .{0,40}to)\b.{0,120}\S@\S.{0,160}|.{0,80}\bcan be (?:reached|contacted|followed) .{0,160}|(?:contact|call|e-?mail) (?:the )?(?:reporter|writer|author|newsdesk|newsroom|staff writer)\b.{0,160}",
    ),
    (
        "author note",
        r"(?:follow|reach|contact|e-?mail|write to) .{2,50} (?:on|at|via) .{0,40}(?:@|twitter|facebook|instagram|https?:|www|\.com).{0,60}|(?:twitter|x|e-?mail)(?::| ?@).{2,60}",
    ),
    (
        "subscription",
        r".{0,160}\b(?:our (?:free )?(?:newsletter|telegram|whatsapp|facebook|twitter|youtube|podcast|app|channel|readers|supporters|patreon)|newsletter|subscribers? only|patreon|mailing list)\b.{0,160}",
    ),
    (
        "subscription",
        r"(?:we rely on your|we need your|your support|support (?:independent|our|us|quality) |if you (?:like|enjoy|enjoyed|value|found) (?:this|our)|help us |we look forward to seeing you).{0,260}",
    ),
    ("menu", r".{0,80}\b(?:privacy policy|cookies?|javascript)\b.{0,120}"),
)

# A line that opens a list of other posts; such a list runs to the next paragraph of prose.
TEASER_MARKERS: Final[tuple[str, ...]] = (
    r"(?:more )?(?:popular|recent|latest|related|similar|other|featured|trending|recommended|top|suggested|more|random) (?:posts?|stories|story|articles?|news|reads?|reading|content|coverage|topics?|links?|videos?|headlines|items|pieces|reports)\b(?: (?:from|on|in|about|by|for|today|now|this)\b.{0,60})?[: ]*",
    r"(?:related|recommended|trending(?: now)?|popular|most (?:read|popular|viewed|shared|commented|watched|recent)|must[- ]reads?|read (?:also|more|next|this next|on)|see also|also (?:read|see)|you (?:may|might|could) (?:also )?(?:like|be interested in|have missed|enjoy)|more (?:from|on|about|like) .{1,60}|more on this(?: story)?|editor.?s.? (?:picks?|choice)s?|up next|don.t miss|what to read next|keep reading|from (?:our|the) (?:archives?|partners|web|blog)|around the web|elsewhere on|in other news|latest|latest from .{1,40}|top stories|sponsored stories|promoted stories|recommended for you|picked for you|just in|the latest|(?:previous|next|prev) (?:article|post|story)|post navigation|continue with|in case you missed it|further reading|share your story)[:»›→ ]*",
    r"(?:مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|الأكثر قراءة|مقالات ذات صلة|قد يعجبك أيضا)[: ]*",
)

# A line with one of these before a colon is one teaser.
TEASER_PREFIXES: Final[tuple[str, ...]] = (
    r"(?:read(?: more| also| next| this| here)?|also read|see also|see|related(?: (?:story|stories|article|articles|news|post|coverage|video|content))?|more|watch(?: more| now| live| video)?|video|listen|recommended|don.t miss|must read|further reading|more on this|in pictures|photos|gallery|(?:previous|next|prev)(?: (?:article|post|story))?|up next|from our partners|trending|latest|popular|podcast|you may like|you might also like|اقرأ أيضا|اقرأ أيضاً|شاهد|شاهد أيضا)(?: ?[:»›→|]| [-–—] )",
    r"[←→«»‹›▶►] ?",
)

# A line that opens the comments; all that follows belongs to them.
COMMENT_MARKERS: Final[tuple[str, ...]] = (
    r"(?:leave|post|add|write|submit) (?:a|your) (?:reply|comment|response)s?.{0,60}",
    r"(?:\d+|no|one|two|three|four|five|a single) (?:comments?|responses?|replies|thoughts?)\b(?: (?:on|to|so far)\b.*)?[.:]?",
    r"(?:reader |user |view |your |the |latest |facebook |disqus |all )*comments?(?: \(\d+\)|: ?\d+)?:?|have your say.{0,20}",
    r"comments? (?:are|is) (?:now |currently )?(?:closed|disabled|off).*",
    r"(?:التعليقات|تعليقات|اترك تعليقا|أضف تعليق).{0,30}",
)

# What an author's or a publisher's note says in the last lines of a page: the note's subject stands in `who`.
CLOSING_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:is|was) (?:an?|the|one of the|currently|also|co-)? ?[^.]{0,140}\b(?:reporter|correspondent|editor|journalist|writer|columnist|fellow|analyst|professor|lecturer|researcher|scholar|contributor|author of|author|director|freelancer?|co-?founder|founder|producer|photographer|blogger|adviser|consultant|specialist|expert|pseudonym|bureau chief|historian)\b.{0,400}",
    ),
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:is|are) (?:an?|the|one of the|currently)\b[^.]{0,140}\b(?:blog|website|news site|news (?:agency|outlet|organi[sz]ation|service|portal|network|website|platform)|newspaper|magazine|think[- ]tank|media (?:outlet|organi[sz]ation|group|company|platform)|publication|newsletter|podcast|broadcaster|online (?:platform|publication|journal)|non-?profit|monitoring (?:group|service)|journal)\b.{0,400}",
    ),
    (
        "author note",
        r"(?P<who>(?-i:[A-ZÀ-ÞĀ-Ž])[^.,;:!?]{1,60}?) (?:covers|reports (?:on|from|for)|writes (?:on|about|for)|teaches|has (?:covered|reported|written)|works (?:as|for|at)|tweets|blogs|can be (?:reached|followed|contacted)|was (?:previously|formerly)|joined)\b.{0,300}",
    ),
)

# Names under which software, not a person, publishes.
ADMIN_NAMES: Final[tuple[str, ...]] = (
    r".*(?:admin|webmaster|administrator).*|(?:the )?(?:editor|editors|staff|guest|root|user|author|anonymous|unknown|super ?user|news ?desk|web ?desk|contributor|moderator|newsroom)|\S*[_\d]\S*|(?-i:[a-z]{2,})",
)

# What a publisher's own desk signs with, behind the publisher's name.
DESK_WORDS: Final[str] = (
    r"(?:editorial (?:staff|board|team|desk)|staff(?: (?:writers?|reporters?|and agencies))?|news ?(?:desk|room|team)|"
    r"web ?(?:desk|team)|editors?|editorial|correspondents?|reporters?|team|desk|writers?|(?:and|with|&) agencies)"
)

# What stands beside a name that is a byline.
ROLE_WORDS: Final[str] = (
    r"(?:correspondent|editor|reporter|writer|columnist|journalist|bureau chief|analyst|producer|contributor|"
    r"photographer|newsroom|political editor|foreign desk|staff|stringer|fixer|agencies)"
)
