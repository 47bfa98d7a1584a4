import pytest

from hudhud.clean.lines import is_prose, line_reason, reprint_match

BOILERPLATE = [
    ("menu", "Skip to main content"),
    ("menu", "Home » World » Tarfa"),
    ("menu", "5 min read"),
    ("menu", "Tags: Tarfa, army"),
    ("menu", "Written by site_admin"),
    ("share", "Share on Facebook"),
    ("share", "Facebook Twitter WhatsApp"),
    ("share", "12 shares"),
    ("comment", "No Comments"),
    ("comment", "Comments are closed."),
    ("comment", "Please enable JavaScript to view the comments powered by Disqus."),
    ("licence", "© 2021 The Harbour Ledger. All rights reserved."),
    ("licence", "This work is licensed under a Creative Commons Attribution 4.0 International License."),
    ("picture credit", "(CC BY-SA 2.0) Flickr: someone"),
    ("picture credit", "Women queue for water in Tarfa. (Photo: Nadir Soltan/Coastal Press)"),
    ("picture credit", "The old bridge at Umm Dhahab. (Hani Noor/Flickr)"),
    ("picture credit", "Soldiers near Tarfa, 3 May 2021. REUTERS/Jane Roe"),
    ("picture credit", "FILE - In this May 3, 2021 photo, soldiers rest in Tarfa. (AP Photo/Jane Roe)"),
    ("picture credit", "Photo: Army Press Office"),
    ("picture credit", "Jane Roe via Getty Images"),
    ("author note", "Additional reporting by Omar Zayd"),
    ("author note", "(Reporting by Lina Fares; Editing by Tom Hill)"),
    ("author note", "The views expressed in this article are the author’s own."),
    ("author note", "This article was amended on 4 May 2021 to correct a name."),
    ("subscription", "Sign up for our free daily newsletter"),
    ("subscription", "Follow us on Telegram"),
    ("subscription", "Join our brand new Harbour Ledger WhatsApp channel today!"),
    ("advertisement", "Story continues below advertisement"),
    ("teaser", "READ MORE: Why the wells of Tarfa matter"),
    ("teaser", "Related: The long road to Sahl City"),
]

ARTICLE = [
    "What happens next?",
    "Background",
    "“No.”",
    "The view here is that the war will go on.",
    "According to a Reuters/Ipsos poll, half of them want to leave.",
    "The report was released by Amnesty International on Monday.",
    "The report says foreign troops entered without permission.",
    "30,000 followers of the movement gathered in the square.",
    "Russia contributed to the attack, the minister said.",
    "Archive footage shows men being led away.",
    "Police ask anyone with information to contact them at 555 0199 or at the station.",
    "Photographs by residents showed smoke over the market.",
    "Published in March, the report found 30 dead.",
    "Like many of us, she heard of it on Facebook, she said.",
    "The group claimed the attack on Twitter.",
    "Join hands with us, the mayor told them.",
    "Comments by the minister angered the generals.",
    "2011",
]


@pytest.mark.parametrize(("reason", "line"), BOILERPLATE)
def test_boilerplate_is_known_by_its_line(reason: str, line: str) -> None:
    assert line_reason(line) == reason


@pytest.mark.parametrize("line", ARTICLE)
def test_article_lines_that_look_alike_stay(line: str) -> None:
    assert line_reason(line) is None
    assert reprint_match(line) is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            "This article was originally published by The Levant Courier and is reprinted with permission.",
            "The Levant Courier",
        ),
        ("Originally published in The Levant Courier on 3 May 2021.", "The Levant Courier"),
        ("Republished with permission from Valley Notes.", "Valley Notes"),
        ("Source: Valley Notes", "Valley Notes"),
        ("via The Levant Courier", "The Levant Courier"),
        ("A version of this story first appeared in The Levant Courier.", "The Levant Courier"),
    ],
)
def test_a_reprint_line_names_whom_it_is_from(line: str, who: str) -> None:
    match = reprint_match(line)
    assert match is not None
    assert match["who"].startswith(who)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("It began at dawn.", True),
        ("Governor of Wadi Sahl resigns after talks with rebels collapse", False),
        ("Who controls the dam?", False),
        ("The army left. Nobody knows why it did.", True),
        ("Most read", False),
    ],
)
def test_prose_is_told_from_headlines(line: str, is_one: bool) -> None:
    assert is_prose(line) is is_one


@pytest.mark.parametrize(
    "line",
    ["Find them a way to live.", "Support them, she said.", "Nobody left. The Ledger contributed to this report"],
)
def test_a_call_needs_its_channel_and_a_credit_its_own_line(line: str) -> None:
    assert line_reason(line) is None
