"""What a sentence says, in many shapes. The sentences are our own; the reader is the one that ships."""

import pytest
from reading import chain, claims_of, told

EVENTS = [
    (
        "Government warplanes bombed a rebel convoy near Misrata on Monday.",
        "ASSAULT aerial: Government > rebel convoy [actual]",
    ),
    (
        "A rebel convoy was bombed by government warplanes near Misrata.",
        "ASSAULT aerial: government > rebel convoy [actual]",
    ),
    ("The killing of three journalists by gunmen shocked the town.", "ASSAULT firearms: gunmen > journalists [actual]"),
    (
        "Turkish troops shelled Kurdish positions overnight, the ministry said.",
        "ASSAULT heavy-weapons: Turkish troops > Kurds [actual]",
    ),
    (
        "Houthi fighters fired missiles at a tanker in the Red Sea.",
        "ASSAULT heavy-weapons: Houthi fighters > tanker [actual]",
    ),
    (
        "The foreign ministers of Egypt and Tunisia met in Cairo on Tuesday.",
        "CONSULT: foreign ministers of Egypt and Tunisia > - [actual]",
    ),
    ("France condemned the attack on the embassy.", "ACCUSE disapprove: France > - [actual]"),
    ("France condemned the attack on the embassy.", "ASSAULT: - > embassy [actual]"),
    ("Germany promised to send medical aid to Sudan.", "AGREE: Germany > Sudan [future]"),
    ("The army said it would withdraw its troops from the border next week.", "RETREAT withdraw: army > - [future]"),
    (
        "Protesters marched through Khartoum demanding the release of prisoners.",
        "PROTEST demo: Protesters > - [actual]",
    ),
    (
        "Protesters marched through Khartoum demanding the release of prisoners.",
        "RETREAT release: - > prisoners [requested]",
    ),
    ("The council rejected a proposal for a ceasefire.", "REJECT yield: council > - [actual]"),
    ("Rebels failed to capture the airport.", "ASSAULT: Rebels > airport [denied]"),
    ("Police arrested 14 activists in Tunis.", "COERCE arrest: Police > activists [actual]"),
    ("The president urged both sides to stop fighting.", "RETREAT ceasefire: sides > - [requested]"),
    ("Ethiopia could send troops to the border, a diplomat said.", "MOBILIZE troops: Ethiopia > - [possible]"),
    ("Had the talks collapsed, the militia would have attacked the port.", "ASSAULT: militia > port [conditional]"),
    ("Israel threatened to strike the port if the shipments continued.", "THREATEN violence: Israel > - [actual]"),
    ("The general resigned after the defeat at Ghat.", "RETREAT resign: general > - [actual]"),
    ("The rebels released 40 prisoners under the deal.", "RETREAT release: rebels > prisoners [actual]"),
    ("Two soldiers died when their vehicle hit a mine.", "ASSAULT explosives: - > soldiers [actual]"),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_an_event_is_told(text: str, expected: str):
    assert expected in told(text, "event")


STATEMENTS = [
    (
        "“We will not leave,” said Colonel Adam Nasr, a spokesman for the brigade.",
        "Adam Nasr promise: We will not leave,",
    ),
    (
        "According to the Harbour Post, spokesman Adam Nasr said the port was closed.",
        "Adam Nasr say: the port was closed",
    ),
    (
        "The ministry said that 12 people had died, adding that the toll could rise.",
        "ministry say: the toll could rise",
    ),
    (
        "A senior Western official, speaking on condition of anonymity, said the talks had stalled.",
        "senior Western official say: the talks had stalled",
    ),
    (
        "Hospital staff told Reuters that they had received 20 bodies.",
        "Hospital staff say: they had received 20 bodies",
    ),
    ("The envoy called on all parties to respect the truce.", "envoy urge: to respect the truce"),
    ("The army warned that it would respond to any violation.", "army warn: it would respond to any violation"),
    (
        "Sudan’s army chief, General Omar Hassan, vowed to retake the capital.",
        "Omar Hassan promise: to retake the capital",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_a_statement_has_its_speaker_act_and_content(text: str, expected: str):
    assert expected in told(text, "statement")


FIGURES = [
    ("At least 23 people were killed and more than 40 wounded in the shelling.", "killed 23.. people"),
    ("At least 23 people were killed and more than 40 wounded in the shelling.", "injured 40.. people"),
    ("The death toll rose to 205.", "killed 205..205 people"),
    ("Between 100 and 200 fighters remain in the valley.", "strength 100..200 fighters"),
    ("About 9,000 people fled their homes.", "displaced 9000..9000 people"),
    ("The army captured 35 rebels and four vehicles.", "captured 35..35 rebels"),
    ("Dozens of villages were burned.", "sites 24.. villages"),
    ("The blast killed 12 people, three of them children.", "killed 3..3 children"),
    ("Some 300 troops were sent to Ghat.", "strength 300..300 troops"),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_figure_counts_the_right_thing(text: str, expected: str):
    assert expected in told(text, "figure")


def test_a_small_number_that_points_back_counts_nothing():
    assert told("The two leaders spoke of the ties between the two countries.", "figure") == []


OFFICES = [
    (
        "Karim Haddad, the interior minister of Libya, resigned on Monday.",
        "Karim Haddad former interior minister of Libya",
    ),
    ("President Amina Sule met the former army chief, General Tunde Bako.", "Tunde Bako former army chief of -"),
    ("Ines Valcourt was appointed UN envoy to Sudan.", "Ines Valcourt holds envoy of United Nations"),
    ("Sevin Orlan replaced Tavin Munk as defence minister.", "Sevin Orlan holds defence minister of -"),
    ("Sevin Orlan replaced Tavin Munk as defence minister.", "Tavin Munk former defence minister of -"),
    ("Jonas Ekdal, the acting head of the mission, said nothing.", "Jonas Ekdal acting head of mission"),
    (
        "Martin Ode, who is expected to step down as envoy next month, met the king.",
        "Martin Ode leaving envoy of -",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_an_office_is_read_with_how_it_is_held(text: str, expected: str):
    assert expected in told(text, "office")


RELATIONS = [
    ("The Turkish-backed rebels entered the town.", "Turkey supports Turkish-backed rebels"),
    ("Militias loyal to General Haran control the port.", "Militias supports Haran"),
    ("The brigade, an offshoot of al-Qaeda, rejected the truce.", "brigade part_of Al-Qaeda"),
    ("The Northern Front is nominally allied with the council.", "council allied_with Northern Front (nominally)"),
    ("The group is led by Amir Sallum.", "Amir Sallum leads group"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_a_relation_has_both_parties(text: str, expected: str):
    assert expected in told(text, "relation")


CONTROL = [
    ("Rebels captured the town of Ghat on Friday.", "Rebels gains Ghat [actual]"),
    ("Government forces retook Misrata from the militia.", "Government forces gains Misrata [actual]"),
    ("Government forces retook Misrata from the militia.", "militia loses Misrata [actual]"),
    ("Kurdish-held Afrin was quiet.", "Kurds holds Afrin [actual]"),
    ("The militia still holds the port of Ras Lanuf.", "militia holds Ras Lanuf [actual]"),
    ("Islamic State was driven out of Sirte.", "Islamic State loses Sirte [actual]"),
    ("The town of Hawija remains in rebel hands.", "rebel holds Hawija [actual]"),
]


@pytest.mark.parametrize(("text", "expected"), CONTROL)
def test_control_is_read_with_its_change(text: str, expected: str):
    assert expected in told(text, "control")


PRESENCE = [
    ("About 200 French troops are stationed in Gao.", "French troops at Gao"),
    ("The United States has 900 soldiers in Syria.", "United States soldiers at Syria"),
    ("Wagner mercenaries have been deployed near Sirte since 2019 to guard oil fields.", "Wagner mercenaries at Sirte"),
]


@pytest.mark.parametrize(("text", "expected"), PRESENCE)
def test_presence_puts_a_force_at_a_place(text: str, expected: str):
    assert expected in told(text, "presence")


def test_every_claim_quotes_its_document():
    for claim in claims_of("Police arrested 14 activists in Tunis, the ministry said. “They are safe,” it added."):
        assert claim.quote
        assert claim.reader.startswith("hudhud")
        assert 0 < claim.score <= 1


def test_what_is_said_inside_speech_has_its_speakers_nearest_first():
    text = "According to the Harbour Post, spokesman Adam Nasr said that gunmen had attacked the port."
    event = next(claim for claim in claims_of(text) if claim.kind == "event")
    assert chain(event) == ["Adam Nasr", "Harbour Post"]


def test_the_day_of_telling_is_not_the_day_of_the_deed():
    text = "Shells hit a market in Sirte on Wednesday, killing nine people, the ministry said on Friday."
    figure = next(claim for claim in claims_of(text, published="2024-03-16") if claim.kind == "figure")
    assert figure.occurred is not None
    assert str(figure.occurred.start) == "2024-03-13"


def test_a_speaker_goes_on_speaking_on_the_day_of_the_first_words():
    text = (
        "“The road to Sirte is open again,” council spokesman Adam Nasr said on Friday. "
        "Nasr said the market had been hit on Wednesday."
    )
    said = [claim for claim in claims_of(text, published="2024-03-16") if claim.kind == "statement"]
    assert [str(claim.occurred.start) for claim in said if claim.occurred is not None] == ["2024-03-15", "2024-03-15"]


def test_a_text_in_another_language_has_no_claims():
    assert claims_of("القوات الحكومية قصفت المدينة يوم الاثنين وقتل عشرون شخصا في الهجوم على السوق.") == []


ODD = [
    "“”“”“” ... !!! ??? — – - ’ ’ ’",
    "said said said said said said said",
    "(((((((((( killed ))))))))))",
    "He. She. It. They. We. I.",
    "killed " * 700,
    "The the the of of of in in in by by by killed killed killed killed.",
    "A" * 5000,
    "12 34 56 78 90 1,000,000 2.5 1/2 50% $5 killed wounded",
    "🙂 🙃 “🙂” said 🙃, adding 🙂.",
    "IS was, is and will be IS, is it?",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_without_a_fault(text: str):
    for claim in claims_of(f"{text} The council said so."):
        assert claim.span.end > claim.span.start
