"""Why a workbook is not read, in Dutch."""

from raadsapp.errors import UserError
from raadsapp.intake.workbooks.messages import MAX_SHEETS, Reason

_AS_CSV = "Sla het blad met de cijfers op als CSV UTF-8 en kies dat bestand."
_SAVE_AGAIN = "Open het in uw rekenprogramma en sla het opnieuw op, of vraag het opnieuw op bij de afzender."
_REFUSALS = {
    Reason.PASSWORD: (
        "is beveiligd met een wachtwoord.",
        "Open het bestand, haal het wachtwoord eraf, sla het op en kies het opnieuw.",
    ),
    Reason.BROKEN: ("is beschadigd of afgekapt: de app kan er geen bladen in lezen.", _SAVE_AGAIN),
    Reason.BOMB: (
        "wordt uitgepakt zo groot dat het geen gewone werkmap kan zijn. De app opent het niet.",
        f"Controleer wie u dit bestand stuurde. Vertrouwt u het? {_AS_CSV}",
    ),
    Reason.ENTITIES: (
        "bevat verwijzingen die een werkmap niet hoort te hebben. De app opent het niet.",
        f"Controleer wie u dit bestand stuurde. Vertrouwt u het? {_AS_CSV}",
    ),
    Reason.ARCHIVE: (
        "is een zip-bestand, geen tabel.",
        "Pak het uit en kies het bestand met de cijfers dat erin zit.",
    ),
    Reason.DOCUMENT: (
        "is geen werkmap, maar een ander document.",
        "Kies een werkmap (XLSX, XLSM, XLSB, XLS of ODS) of een CSV-bestand.",
    ),
    Reason.TOO_LARGE: (
        "is te groot: er staan meer cellen in dan de app leest.",
        "Haal lege rijen en kolommen weg of knip het bestand in delen, en lees die na elkaar in.",
    ),
    Reason.SHEETS: (
        f"heeft meer dan {MAX_SHEETS} bladen. De app leest zo veel bladen niet.",
        "Zet de bladen met cijfers in een eigen bestand en kies dat.",
    ),
    Reason.SAME_NAME: (
        "heeft twee bladen met dezelfde naam: de app weet niet welk blad welk is.",
        "Geef elk blad een eigen naam, sla het bestand op en kies het opnieuw.",
    ),
    Reason.MEMORY: ("is te groot: het vraagt meer geheugen dan de app toestaat.", _AS_CSV),
    Reason.TOO_SLOW: ("kost te veel tijd. De app is gestopt met lezen.", _AS_CSV),
    Reason.STOPPED: ("is niet verder gelezen.", "Kies het bestand opnieuw als u het toch wilt zien."),
}


def refusal(reason: Reason, name: str) -> UserError:
    """The error for the file called `name`."""
    message, hint = _REFUSALS[reason]
    return UserError(f"'{name}' {message}", hint)
