"""The words of a page round its article: navigation, sections, lists of other posts, comments, signatures.

Patterns are matched as those of `page_lines` are.
"""

from typing import Final

__all__ = [
    "ADMIN_NAMES",
    "COMMENT_MARKERS",
    "DESK_WORDS",
    "NAV_WORDS",
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

# A line that opens a list of other posts; such a list runs to the next paragraph of prose.
TEASER_MARKERS: Final[tuple[str, ...]] = (
    r"(?:more )?(?:popular|recent|latest|related|similar|other|featured|trending|recommended|top|"
    r"suggested|more|random) (?:posts?|stories|story|articles?|news|reads?|reading|content|coverage|"
    r"topics?|links?|videos?|headlines|items|pieces|reports)\b(?: (?:from|on|in|about|by|for|today|now|"
    r"this)\b.{0,60})?[: ]*",
    r"(?:related|recommended|trending(?: now)?|popular|most (?:read|popular|viewed|shared|commented|"
    r"watched|recent)|must[- ]reads?|read (?:also|more|next|this next|on)|see also|also (?:read|see)|"
    r"you (?:may|might|could) (?:also )?(?:like|be interested in|have missed|enjoy)|more (?:from|on|"
    r"about|like) .{1,60}|more on this(?: story)?|editor.?s.? (?:picks?|choice)s?|up next|don.t miss|"
    r"what to read next|keep reading|from (?:our|the) (?:archives?|partners|web|blog)|around the web|"
    r"elsewhere on|in other news|latest|latest from .{1,40}|top stories|sponsored stories|"
    r"promoted stories|recommended for you|picked for you|just in|the latest|(?:previous|next|"
    r"prev) (?:article|post|story)|post navigation|continue with|in case you missed it|further reading|"
    r"share your story)[:»›→ ]*",
    r"(?:مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|الأكثر قراءة|مقالات ذات صلة|قد يعجبك أيضا)[: ]*",
)

# A line with one of these before a colon is one teaser.
TEASER_PREFIXES: Final[tuple[str, ...]] = (
    r"(?:read(?: more| also| next| this| here)?|also read|see also|see|related(?: (?:story|stories|"
    r"article|articles|news|post|coverage|video|content))?|more|watch(?: more| now| live| video)?|video|"
    r"listen|recommended|don.t miss|must read|further reading|more on this|in pictures|photos|gallery|"
    r"(?:previous|next|prev)(?: (?:article|post|story))?|up next|from our partners|trending|latest|"
    r"popular|podcast|you may like|you might also like|اقرأ أيضا|اقرأ أيضاً|شاهد|شاهد أيضا)(?: ?[:»›→|]|"
    r" [-–—] )",
    r"[←→«»‹›▶►] ?",
)

# A line that opens the comments; all that follows belongs to them.
COMMENT_MARKERS: Final[tuple[str, ...]] = (
    r"(?:leave|post|add|write|submit) (?:a|your) (?:reply|comment|response)s?.{0,60}",
    r"(?:\d+|no|one|two|three|four|five|a single) (?:comments?|responses?|replies|thoughts?)\b(?: (?:on|"
    r"to|so far)\b.*)?[.:]?",
    r"(?:reader |user |view |your |the |latest |facebook |disqus |all )*comments?(?: \(\d+\)|: ?\d+)?:?|"
    r"have your say.{0,20}",
    r"comments? (?:are|is) (?:now |currently )?(?:closed|disabled|off).*",
    r"(?:التعليقات|تعليقات|اترك تعليقا|أضف تعليق).{0,30}",
)

# Names under which software, not a person, publishes.
ADMIN_NAMES: Final[tuple[str, ...]] = (
    r".*(?:admin|webmaster|administrator).*|(?:the )?(?:editor|editors|staff|guest|root|user|author|"
    r"anonymous|unknown|super ?user|news ?desk|web ?desk|contributor|moderator|newsroom)|\S*[_\d]\S*|"
    r"(?-i:[a-z]{2,})",
)

# What a publisher's own desk signs with, behind the publisher's name.
DESK_WORDS: Final[str] = (
    r"(?:editorial (?:staff|board|team|desk)|staff(?: (?:writers?|reporters?|and agencies))?|"
    r"news ?(?:desk|room|team)|"
    r"web ?(?:desk|team)|editors?|editorial|correspondents?|reporters?|team|desk|writers?|(?:and|with|&) agencies)"
)

# What stands beside a name that is a byline.
ROLE_WORDS: Final[str] = (
    r"(?:correspondent|editor|reporter|writer|columnist|journalist|bureau chief|analyst|producer|contributor|"
    r"photographer|newsroom|political editor|foreign desk|staff|stringer|fixer|agencies)"
)
