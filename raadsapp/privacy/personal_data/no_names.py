"""Which words with a capital are no name of a person."""

import re

from raadsapp.privacy.personal_data.word_lists import WordLists

_NO_WORD = re.compile(r"\d|^.?$|^[^a-zà-þ]{2,}$")
_ADJECTIVE = re.compile(r".{3,}(?:se|sche|sch|isch|ische)$")
_COMPOUND = re.compile(
    r".*(?:hulp|zorg|wet|team|raad|plan|beleid|kosten|tijd|tijden|lijst|akkoord|hulpverlening|aanbieder"
    r"|aanbieders|instelling|teams|ing|heid|tie|ties"
    r"|schap|ment|nummer|dag|avond|week|maand|jaar|kwartaal|rapport|rapportage|contract|gesprek|persoon"
    r"|bescherming|opvang|huis|werk|werker|kunde|centrum)$"
)


def is_no_name(word: str, lists: WordLists) -> bool:
    """Whether a word with a capital is no name: a known word, an abbreviation, or of a form that names lack.

    `Turkse` and `Limburgse` are no names, nor is `Jeugdhulp`; a known first name always is one.
    """
    if word in lists.first_names:
        return False
    plain = word.strip("’'.")
    if plain in lists.no_names or _NO_WORD.search(plain):
        return True
    return bool(_ADJECTIVE.match(plain) or _COMPOUND.match(plain.lower()))
