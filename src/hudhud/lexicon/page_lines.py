"""Whole lines that are never an article's: patterns, each with the reason the line is dropped for.

Gathered by hand from the habits of blog software, newspaper sites, broadcasters and agencies, and checked by
what they drop from texts known to be articles. Patterns are read without regard to case and must match the
whole line, its white space folded and its bullets taken off.
"""

from typing import Final

__all__ = ["LINE_PATTERNS"]

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
    (
        "comment",
        r"(?:load|view|show|hide|see|read|sort) (?:all |more |\d+ )?(?:comments?|replies)(?: by.*|"
        r" \(\d+\))?",
    ),
    ("comment", r"notify me of (?:follow-?up|new) (?:comments?|posts?).*|save my name, e-?mail.*"),
    ("comment", r"(?:please enable javascript to view the )?comments powered by.*|this site uses akismet.*"),
    ("comment", r"(?:name|e-?mail|website|comment|message)(?: ?\*|: ?\*?)|you must enter the characters.*"),
    (
        "comment",
        r"add (?:your|a) comment.*|have your say.*|what do you think\?|report (?:abuse|comment|"
        r"this comment)",
    ),
    ("comment", r"(?:اترك تعليق|أضف تعليق|التعليقات مغلقة|لا توجد تعليقات).{0,60}"),
    # share
    (
        "share",
        rf"{_SHARE}(?:\b[,|/ ]*(?:this|the|on|via|to|in|with|a|link|by|your|friends?|or|and|{_PIECE}|"
        rf"{_SHARE}|{_NETS}))*[ :!.]*",
    ),
    ("share", rf"(?:[|•·,/]? ?{_NETS}\b ?[|•·,/]?){{2,}}"),
    ("share", r"click to .{3,60}(?:\(opens in new window\))?|.{3,60}\(opens in new (?:window|tab)\)"),
    ("share", r"(?:share|like) (?:this|it)(?: with.*| on.*| via.*)?[:.]?|like this:.*|like loading.*|share options?"),
    (
        "share",
        r"[\d.,]+ ?[km]?\+? (?:shares?|likes?|views?|reads?|retweets?|interactions|total views)(?:[ ,|"
        r"•·]+[\d.,]+ ?[km]? \w+)*",
    ),
    ("share", r"(?:total )?(?:shares?|views?|likes?|hits)[: ]+[\d.,]+ ?[km]?"),
    ("share", r"(?:print|save|e-?mail|share)(?: ?[/|•·] ?(?:print|save|e-?mail|share|a|a\+|a-))+"),
    # menus and page parts
    ("menu", r"(?:please )?enable javascript.*|javascript (?:is|must be|seems).*|please enable javascript.*"),
    ("menu", r".{0,60}\byour browser\b.{0,120}"),
    (
        "menu",
        r"(?:close )?(?:sign|log) in (?:using|with) your? .{0,80}|"
        r"(?:close )?get e-?mail notifications .{0,80}|message: ?\* .{0,160}",
    ),
    ("menu", r".{0,80}\b(?:uses?|using|accept|of|our) cookies\b.{0,240}"),
    (
        "menu",
        r"(?:about )?\d+ ?(?:-| )?(?:min(?:ute)?s?|sec(?:ond)?s?)(?:'s)?(?: of)? (?:read|reading)(?: time)?|"
        r"reading time:? .{1,30}|estimated reading.*",
    ),
    ("menu", r"home ?(?:[>»›/|→]|::) ?.{2,200}|you are (?:here|at|in):.*"),
    (
        "menu",
        r"(?:page|image|photo|slide|caption) ?\d+ (?:of|/) ?\d+|\d+ ?/ ?\d+|(?:show|hide) (?:transcript|"
        r"caption|photo|more|less).*",
    ),
    (
        "menu",
        r"(?:filed|posted|published|archived) (?:under|in)[: ][^.]{1,100}|(?:categories|category|tags?|"
        r"tagged(?: with| as)?|topics?|labels?|keywords?|related topics|more about)(?::| ?»).{0,200}",
    ),
    (
        "menu",
        r"(?:view all posts by|more posts by|posts by|see all (?:posts|articles|stories)|view (?:all|my) ).{1,80}",
    ),
    (
        "menu",
        r"(?:in this (?:article|story)|table of contents|contents|on this page|jump to|story highlights|"
        r"key points)[: ]*",
    ),
    (
        "menu",
        r"(?:skip|jump|go|back) to (?:the )?(?:main |primary |top|end|content|navigation|footer|sidebar|"
        r"search|home).{0,40}",
    ),
    ("menu", r"(?:powered by|theme by|proudly powered|designed by|developed by|website by|hosted by|blog at).{1,60}"),
    (
        "menu",
        r"(?:close|open|dismiss|expand|collapse|view|enlarge|play|watch|pause)(?: (?:this|the|in|image|"
        r"video|photo|gallery|slideshow|fullscreen|full screen|caption|panel|menu|search|larger))+",
    ),
    (
        "menu",
        r"(?:listen to (?:this )?article|media playback is .*|this video (?:can ?not|is not|"
        r"is no longer).{0,60}|(?:video )?(?:transcript|duration)[: ][\d: ]*)",
    ),
    (
        "menu",
        r"written by \S*(?:admin|editor|webmaster|root|staff)\S*|(?:posted|published|by|author:?) (?:admin|"
        r"administrator|webmaster|\S+_admin)\.?",
    ),
    ("menu", r"[\W_]+|(?!(?:19|20)\d\d$)\d{1,4}|[\d.,]+ ?[km]|#\w+(?:[ ,]+#\w+)*|https?://\S+|www\.\S+|\S+@\S+\.\w+"),
    (
        "menu",
        r"(?:text size|font size|resize|a ?a ?a|a- ?a\+?|a\+ ?a-?).{0,30}|(?:select|choose|"
        r"change) (?:language|edition|region|your).{0,40}",
    ),
    (
        "menu",
        r"(?:having trouble viewing|you are the owner of this|why are we asking|just one more thing|"
        r"click on the button below|click the button below).*",
    ),
    ("menu", r"(?:for immediate release|more to follow|-?30-?|# # #|xxx|ends|end)[.:]?"),
    # subscription calls
    (
        "subscription",
        rf"(?:please |also |and |to |don.t forget to |you can (?:also )?)*(?:join|subscribe|sign[ -]?up|"
        rf"download|get|receive|donate|register|stay up|stay (?:in|up|informed|connected)|check out|tune in|"
        rf"visit|connect with|become an?|never miss|keep up|install|like our|follow (?:our|the latest|@)|"
        rf"support our|enter your|send us|help us|watch our|listen to our|add your)\b(?=.{{0,160}}\b(?:our|"
        rf"us|your|you|here|we|free|now|today|app|@\w+|newsletter)\b).{{0,200}}{_CALLS}\b.{{0,160}}",
    ),
    (
        "subscription",
        r"(?:follow|like|find|join|visit|connect with|contact|support|write to|email) (?:us\b|"
        r"(?:him|her|them|me) (?:on|at|via|here)\b).{0,160}",
    ),
    (
        "subscription",
        r"follow (?-i:[A-Z@])[\w.’'@ -]{1,50} (?:on|via) (?:twitter|facebook|x|instagram|telegram|bluesky|"
        r"mastodon|linkedin|his|her|their)\b.{0,80}",
    ),
    (
        "subscription",
        r"(?:subscribe|sign up|register (?:now|here|for|to|with)|donate (?:now|here|to)|become a (?:member|"
        r"subscriber|patron|supporter)|already (?:a|have an?) .{3,30}\?|"
        r"start your free trial)(?:[ ,!.:].{0,160})?",
    ),
    (
        "subscription",
        r"(?:to )?(?:read|continue reading|access|view) (?:the full|this|more|all|"
        r"unlimited) .{0,40}(?:subscribe|sign in|log in|register).{0,80}",
    ),
    (
        "subscription",
        r"(?:you have (?:reached|read|used|\d+)|you.ve (?:reached|read|used)|"
        r"\d+ of \d+) .{0,60}(?:articles?|clicks|stories).{0,120}",
    ),
    ("subscription", r"(?:thank you|thanks) for (?:subscribing|signing up|registering|reading|your).{0,120}"),
    (
        "subscription",
        r"(?:we have sent|an? (?:verification|confirmation) (?:e-?mail|link)|if you do not receive|"
        r"your notification|email notifications|by (?:submitting|signing up|subscribing|clicking|"
        r"registering)|welcome back|there was a problem (?:saving|with)|oops.{0,4}(?:you haven.t|"
        r"something went)|get alerted|get digital access|enter your e-?mail|e-?mail address|"
        r"(?:re-)?enter (?:your )?zip).{0,260}",
    ),
    (
        "subscription",
        r"(?:our|the) (?:free |daily |weekly )*(?:newsletter|app|podcast)s?\b.{0,120}(?:subscribe|sign up|"
        r"download|inbox|here|available).{0,80}",
    ),
    # advertisement
    (
        "advertisement",
        r"(?:- ?)?(?:advertise?ments?|advertising|ad|ads|sponsored(?: (?:by|content|links?|post)\b.{0,40})?|"
        r"promoted(?: content)?|promotion|paid (?:content|post)|partner content)(?: ?-)?:?",
    ),
    (
        "advertisement",
        r"(?:story|article|text|content|report) continues (?:below|after).{0,40}|continue reading(?: below|"
        r" the main story| this story)?.{0,20}|(?:skip|close|hide|report|"
        r"remove) (?:this )?ad(?:vertisement)?|scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|"
        r"ads? by .{2,30}",
    ),
    # licence
    (
        "licence",
        r"(?:©|\(c\)|&copy;|copyright\b|tm and ©|\(tm and|\(?©|\(copyright\b).{0,60}\b(?:19|"
        r"20)\d\d\b.{0,300}",
    ),
    ("licence", r".{0,200}\ball rights reserved\b.{0,260}|.{0,40}\bcopyright ©.{0,200}"),
    (
        "licence",
        r".{0,160}\b(?:licen[cs]ed under|under an? (?:creative commons|cc[ -]by)|"
        r"creative commons (?:licen[cs]e|attribution)|may not be (?:published|reproduced|copied|"
        r"redistributed)|no part of this .{0,40}may be).{0,200}",
    ),
    (
        "licence",
        r"(?:you (?:may|can|are free to|are welcome to)|feel free to|please feel free to) (?:re-?publish|"
        r"re-?post|share|reproduce) .{0,200}|republish (?:this|our) .{0,120}",
    ),
    # picture credits
    (
        "picture credit",
        r"(?:.{0,300}[.!?”\"] ?)?\(cc[ -]by[^)]{0,20}\).{0,120}|.{0,200}\bcc[ -]by(?:-\w\w)*(?: \d\.\d)?\b\)?.{0,60}",
    ),
    (
        "picture credit",
        rf"{_CREDIT}(?: ?[:©|]| ?/(?! ?\d)| [–-] | courtesy (?:of )?| via )(?!(?:\S+ ){{20}}).{{1,160}}|"
        rf"{_CREDIT} by (?:(?-i:[A-Z])[^\s,]*[ /,]*){{1,7}}",
    ),
    (
        "picture credit",
        rf".{{0,300}}[.!?”\"’)] {_CREDIT}(?:: | courtesy (?:of )?| © ?|"
        rf" by (?=(?-i:[A-Z])\S*(?:[ /](?-i:[A-Z])\S*)*$)).{{2,60}}",
    ),
    (
        "picture credit",
        rf".{{0,400}}[(\[](?:[^()\[\]]{{0,60}}[/|,:©–-] ?)?{_CREDIT}s?(?: ?[:©/–-]| by|"
        rf" courtesy)[^()\[\]]{{1,80}}[)\]]\.?",
    ),
    (
        "picture credit",
        rf".{{0,400}}[(\[][^()\[\]/]{{1,60}}(?:/|, via |"
        rf" via )[^()\[\]/]{{0,30}}\b{_AGENCY}\b[^()\[\]]{{0,40}}[)\]]\.?",
    ),
    ("picture credit", rf".{{0,400}}[(\[]{_AGENCY}\b(?:/| via | file ?(?:photo)?|, file)[^()\[\]]{{0,60}}[)\]]\.?"),
    (
        "picture credit",
        rf".{{0,400}}[(\[](?:photo|file|image|{_AGENCY} photo|(?:source|via|"
        rf"courtesy)[: ][^()\[\]]{{2,60}})(?:, file| ?/[^()\[\]]*)?[)\]]\.?",
    ),
    (
        "picture credit",
        rf"[(\[]?©? ?(?:[\w.’' -]{{2,40}}(?: ?/ ?| via | for |, ))?{_AGENCY}(?:(?: ?/ ?|"
        rf" via )[\w.’' -]{{2,40}})*(?:,? file)?[)\]]?\.?(?<!^file)(?<!^archives)",
    ),
    ("picture credit", r"©(?!.*(?:19|20)\d\d).{1,80}|.{0,300}© ?(?:getty|afp|reuters|ap|epa|the |getty images).{0,60}"),
    (
        "picture credit",
        r"(?:image|media|photo|picture|video|figure) (?:copyright|caption|source|credit|courtesy|"
        r"description)s?\b[,: ].{0,300}|(?:image|photo) \d+ of \d+ .{0,400}",
    ),
    ("picture credit", r"(?:file|archive|undated handout) (?:photo|picture|image|pic)\b.{0,400}|file ?[-–—:].{0,400}"),
    (
        "picture credit",
        r".{0,300}\b(?-i:REUTERS|Reuters) ?/ ?(?-i:[A-Z])[\w.’' -]{2,40}(?:[(/].{2,40})?|"
        r".{0,300}\bview (?:full )?caption\b.{0,60}|.{0,300}[.!?”\"] ?(?:getty images|afp|epa|shutterstock|"
        r"anadolu|ap photo)(?:/[\w .]+)?\.?",
    ),
    (
        "picture credit",
        r"(?:photo|image|picture|caption|cover photo|featured image|above|below|left|right|"
        r"pictured)(?: (?:above|below|left|right|caption))?: .{3,300}",
    ),
    # author notes
    (
        "author note",
        r".{0,40}\b(?:views?|opinions?)(?: and (?:views?|opinions?))? (?:expressed|presented|stated|"
        r"contained)\b.{0,60}\b(?:this|author|authors|author.s|writer|writer.s|contributors|those of|own|"
        r"do not)\b.{0,240}",
    ),
    (
        "author note",
        r"\(?(?:additional |with |further )*(?:reporting|writing|editing|compiled|translation|research|"
        r"translated|edited|contributions?|files|input|inputs|agencies)(?: and (?:editing|writing|"
        r"reporting))? (?:by|from|in)[: ].{2,260}\)?",
    ),
    ("author note", r"our standards: .{3,80}"),
    (
        "author note",
        r"(?:additional|with) (?:reporting|research|material|contributions?|files|input|"
        r"information)[:,]? .{2,160}|\(?with (?:input|inputs) from.{2,80}\)?",
    ),
    (
        "author note",
        r"(?:(?![.!?”\"’] ).){2,120}\b(?:contributed (?:additional )?(?:reporting|to (?:this|the) "
        r"(?:report|story|article|piece|dispatch))|assisted with reporting)\b.{0,80}",
    ),
    (
        "author note",
        r"(?:•|\*)? ?this (?:article|story|piece|report|post|page|headline) (?:was|has been|"
        r"is being) (?:last )?(?:amended|corrected|updated|edited|modified|revised|clarified)\b.{0,300}",
    ),
    (
        "author note",
        r"(?:correction|clarification|editor.?s.? note|editors.? note|editorial note|note from the editor|"
        r"disclosure|disclaimer|update note)s?(?: \(.{3,40}\))? ?[:–—-] ?.{3,500}",
    ),
    (
        "author note",
        r"(?:about the authors?|author bio|the author|about (?:us|this blog))[: ]*|(?:meet )?the (?:author|"
        r"writer) (?:is|was|can) .{3,300}",
    ),
    (
        "author note",
        r"(?:as told to|interview by|words by|compiled by|translated (?:from|by)|edited by|produced by|"
        r"video by) (?-i:[A-Z]).{2,80}",
    ),
    (
        "author note",
        r".{0,60}\b(?:to contact|contact) the (?:\w+ )?(?:newsdesk|author|reporter|editor|writer|desk|"
        r"team).{0,260}|(?:got|have|do you have) (?:a|an|any) (?:tip|story|news tip|experience|question|"
        r"correction)s?\b.{0,160}",
    ),
    # teasers in one line
    (
        "teaser",
        r"(?:read|see|view|continue|click here (?:to|for)) (?:more|the (?:full|rest|original|whole)|"
        r"full)(?: (?:story|article|post|report|interview|coverage|from|here|on|at|of|about|"
        r"in)\b.{0,100})?[ »›>→.…]*",
    ),
    ("teaser", r"(?:click here|tap here).{0,120}|.{0,80}\bclick here\b[ .!»]*"),
    (
        "teaser",
        r"this is a developing story.{0,80}|more to come\.*|check back (?:later|for updates).{0,60}|"
        r"developing story[.:]*|breaking news: .{0,60}check back.{0,60}",
    ),
)
