from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.custom_ids import Begun, Typed, command_id, form_id, read_custom_id
from bot.domain.message import LONGEST_COMMAND

words = st.text(min_size=1, max_size=LONGEST_COMMAND)
names = st.text(alphabet="abcdefgh_", min_size=1, max_size=10)
values = st.text(alphabet=st.characters(exclude_categories=("Cc", "Zl", "Zp")), max_size=40)


@given(words, st.integers(0, 99))
def test_a_command_is_read_as_it_was_given_and_fits(command: str, repeat: int) -> None:
    custom_id = command_id(command, repeat)
    assert read_custom_id(custom_id) == Typed(command)
    assert len(custom_id) <= 100


@given(names, st.dictionaries(names, values))
def test_a_form_is_read_as_it_was_begun(command: str, known: dict[str, str]) -> None:
    assert read_custom_id(form_id(command, known)) == Begun(command, known)


def test_another_applications_id_is_none_of_ours() -> None:
    assert read_custom_id("persistent_view:green") is None
