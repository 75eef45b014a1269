"""Messages and pictures: sent, changed, taken back, and never twice."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.people import Person
from tests.browser.sandbox import Sandbox

Visit = Callable[..., Page]
STORY = "J’ai posté une blague depuis le compte de la mairie, tout le monde fait des captures."


@pytest.fixture
def pair(visit: Visit) -> tuple[Person, Person]:
    """Camille and Nadia, each in a browser of their own, in the middle of a talk."""
    camille = Person(visit("/as/camille", viewport={"width": 800, "height": 900}), "camille")
    nadia = Person(visit("/as/nadia", viewport={"width": 800, "height": 900}), "nadia")
    camille.command("crise")
    camille.fill(text=STORY)
    camille.send_form()
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))
    nadia.open(nadia.say("web-place-mentors"))
    nadia.sees("compte de la mairie")
    nadia.press("button-claim")
    nadia.open_talk()
    camille.open_talk()
    camille.sees(camille.say("news-claimed", mentor="Nadia"))
    return camille, nadia


def picture(name: str = "capture.png", *, side: int = 60) -> FilePayload:
    output = io.BytesIO()
    Image.new("RGB", (side, side), "teal").save(output, "PNG")
    return FilePayload(name=name, mimeType="image/png", buffer=output.getvalue())


def talks(person: Person) -> Locator:
    return person.pane.locator("[role=tab][data-writes=true]")


def attach(person: Person, *files: FilePayload) -> None:
    person.pane.locator(".composer input[type=file]").set_input_files(list(files))


def test_message_is_changed_and_taken_back_on_both_sides(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    nadia.write("Bonsoir")
    camille.sees("Bonsoir")
    nadia.composer.press("ArrowUp")  # what was written last
    editing = nadia.place.locator("form.editing textarea")
    expect(editing).to_have_value("Bonsoir")
    editing.fill("Bonjour, je suis là.")
    editing.press("Enter")
    camille.sees(f"Bonjour, je suis là. {camille.say('message-edited')}")
    camille.misses("Bonsoir")
    nadia.page.once("dialog", lambda dialog: dialog.accept())
    nadia.place.locator(".mine").hover()
    nadia.place.get_by_role("button", name=nadia.say("web-delete")).click()
    camille.misses("Bonjour, je suis là.")
    expect(nadia.place.locator(".message")).to_have_count(0)


def test_one_message_is_answered_among_others_by_keyboard_alone(
    pair: tuple[Person, Person],
) -> None:
    camille, nadia = pair
    nadia.write("Qui est prévenu chez vous ?")
    nadia.write("Et depuis quand ?")
    camille.sees("Et depuis quand ?")
    first = camille.place.locator(".message").first
    reply = first.get_by_role("button", name=camille.say("web-reply"))
    reply.focus()
    camille.page.keyboard.press("Enter")
    expect(camille.composer).to_be_focused()
    told = camille.pane.locator(".replying")
    expect(told).to_contain_text("Qui est prévenu chez vous ?")
    camille.write("Ma cheffe, ce matin.")
    expect(told).to_be_hidden()
    for person in pair:
        answered = person.place.locator(".message").last
        expect(answered).to_contain_text("Ma cheffe, ce matin.")
        expect(answered.locator(".answered")).to_have_text("Qui est prévenu chez vous ?")


def test_a_reply_can_be_given_up_and_is_kept_until_then(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    nadia.write("Qui est prévenu chez vous ?")
    camille.sees("Qui est prévenu chez vous ?")
    camille.place.locator(".message").hover()
    camille.place.get_by_role("button", name=camille.say("web-reply")).click()
    camille.page.reload()
    told = camille.pane.locator(".replying")
    expect(told).to_contain_text("Qui est prévenu chez vous ?")
    camille.composer.press("Escape")
    expect(told).to_be_hidden()
    camille.write("Personne.")
    nadia.sees("Personne.")
    expect(nadia.place.locator(".answered")).to_have_count(0)


def test_change_can_be_left_without_a_trace(pair: tuple[Person, Person]) -> None:
    _, nadia = pair
    nadia.write("Bonsoir")
    nadia.place.locator(".mine").hover()
    nadia.place.get_by_role("button", name=nadia.say("web-edit")).click()
    editing = nadia.place.locator("form.editing textarea")
    editing.fill("autre chose")
    editing.press("Escape")
    expect(editing).to_have_count(0)
    expect(nadia.place.locator(".bubble")).to_be_visible()
    nadia.sees("Bonsoir")


def test_picture_is_seen_before_it_leaves_and_arrives_remade(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    attach(camille, picture())
    expect(camille.pane.locator(".tray .chosen img")).to_be_visible()
    camille.write("Voici la capture")
    nadia.sees("Voici la capture")
    expect(nadia.place.locator(".message img")).to_have_js_property("naturalWidth", 60)
    expect(camille.pane.locator(".tray li")).to_have_count(0)


def test_picture_can_be_removed_before_it_leaves(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    attach(camille, picture("un.png"), picture("deux.png"))
    expect(camille.pane.locator(".tray .chosen")).to_have_count(2)
    camille.pane.get_by_role("button", name=camille.say("web-picture-remove")).first.click()
    expect(camille.pane.locator(".tray .chosen")).to_have_count(1)
    camille.write("Une seule")
    nadia.sees("Une seule")
    expect(nadia.place.locator(".message img")).to_have_count(1)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (FilePayload(name="a.png", mimeType="image/png", buffer=bytes(30 * 2**20)), "too-big"),
        (FilePayload(name="a.heic", mimeType="image/heic", buffer=b"\0\0\0\x18ftypheic"), "heic"),
        (FilePayload(name="a.pdf", mimeType="image/png", buffer=b"%PDF-1.7"), "document"),
    ],
    ids=["30 MB", "HEIC", "PDF"],
)
def test_file_that_cannot_be_taken_says_what_to_send_and_keeps_the_words(
    pair: tuple[Person, Person], file: FilePayload, sentence: str
) -> None:
    camille, _ = pair
    camille.composer.fill("Regardez ceci")
    attach(camille, file)
    camille.sees(camille.say(f"refusal-file-{sentence}", maximum=10))
    expect(camille.composer).to_have_value("Regardez ceci")
    expect(camille.pane.locator(".tray li")).to_have_count(0)


def test_words_wait_for_a_killed_server_and_arrive_once(
    pair: tuple[Person, Person], sandbox: Sandbox
) -> None:
    camille, nadia = pair
    sandbox.kill()
    camille.composer.fill("Vous êtes là ?")
    camille.composer.press("Enter")
    expect(camille.pane.locator(".offline")).to_have_text(camille.say("web-offline"))
    expect(camille.composer).to_have_value("Vous êtes là ?")
    sandbox.start()
    nadia.sees("Vous êtes là ?")
    expect(camille.composer).to_have_value("")
    expect(nadia.place.locator(".message")).to_have_count(1)
    expect(camille.place.locator(".message")).to_have_count(1)
    expect(camille.place.locator(".mark.delivered")).to_have_count(1)


def test_words_that_were_not_sent_are_there_after_a_reload_place_by_place(
    pair: tuple[Person, Person],
) -> None:
    camille, _ = pair
    camille.composer.fill("Je réfléchis encore")
    camille.open(camille.say("web-place-help"))
    expect(camille.composer).to_have_value("")
    camille.page.reload()
    camille.open_talk()
    expect(camille.composer).to_have_value("Je réfléchis encore")


def test_erased_conversation_is_left_and_the_mentor_told(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    camille.command("confidentialite")
    camille.press("button-erase-all")
    camille.press("button-erase-yes")
    nadia.sees(nadia.say("gone"))
    camille.sees(camille.say("erased-all"))
    expect(talks(nadia)).to_have_count(0)
    expect(talks(camille)).to_have_count(1)  # it still holds the answer that she reads
    camille.place.get_by_role("button", name=camille.say("web-dismiss")).last.click()
    camille.place.get_by_role("button", name=camille.say("web-dismiss")).last.click()
    expect(talks(camille)).to_have_count(0)
    nadia.page.reload()
    expect(talks(nadia)).to_have_count(0)


def test_handing_over_to_nobody_asks_to_whom(pair: tuple[Person, Person]) -> None:
    _, nadia = pair
    nadia.press("button-hand-over")
    nadia.send_form()
    nadia.sees(nadia.say("fault-choose"))
    nadia.place.get_by_label("Yann").check()
    nadia.send_form()
    nadia.sees(nadia.say("offered"))


def test_nod_without_words_arrives_with_its_picture(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    attach(camille, picture())
    expect(camille.pane.locator(".tray .chosen img")).to_be_visible()
    camille.write("🙏")
    nadia.sees("🙏")
    expect(nadia.place.locator(".message img")).to_have_count(1)
    nadia.write("👍")
    camille.sees("👍")


def test_mentor_who_was_replaced_reads_that_the_conversation_is_no_longer_theirs(
    pair: tuple[Person, Person],
) -> None:
    camille, nadia = pair
    nadia.write("Bonsoir")
    camille.sees("Bonsoir")
    camille.press("button-another")
    nadia.sees(nadia.say("news-released-another-thread"))
    nadia.composer.fill("Encore un mot")
    nadia.composer.press("Enter")
    nadia.sees(nadia.say("refusal-not-yours"))
    expect(nadia.composer).to_have_value("Encore un mot")


def test_refusal_goes_with_the_next_answer_and_with_what_goes_through(
    pair: tuple[Person, Person],
) -> None:
    camille, _ = pair
    pdf = FilePayload(name="a.pdf", mimeType="image/png", buffer=b"%PDF-1.7")
    for _ in range(2):
        attach(camille, pdf)
        expect(camille.pane.locator(".tray li")).to_have_count(0)
        expect(camille.answers.locator(".tone-warning")).to_have_count(1)
    camille.write("Je la décris plutôt")
    expect(camille.answers.locator(".tone-warning")).to_have_count(0)


def test_talk_goes_on_below_an_answer_that_is_only_a_word(pair: tuple[Person, Person]) -> None:
    camille, nadia = pair
    camille.press("button-name")
    camille.fill(name="Camille")
    camille.send_form()
    camille.sees(camille.say("name-given-title"))
    for number in range(12):
        nadia.write(f"Message {number}")
        camille.sees(f"Message {number}")
    expect(camille.place.get_by_text("Message 11")).to_be_in_viewport()


def test_every_line_that_is_being_written_is_in_sight(visit: Visit) -> None:
    camille = Person(visit("/as/camille", viewport={"width": 390, "height": 844}), "camille")
    camille.composer.fill("Une phrase assez longue pour deux lignes sur un téléphone.")
    hidden = camille.composer.evaluate("area => area.scrollHeight - area.clientHeight")
    assert hidden == 0
    camille.composer.fill("")
    expect(camille.composer).to_have_attribute("rows", "1")
