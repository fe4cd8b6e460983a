"""The forms that names take beside the words that announce them, and the words that are no name."""

import re

CAPITAL = r"[A-ZÀ-ÞŞĞİŁŚŻČŠŽ]"
WORD = rf"(?:{CAPITAL}[\w’']*(?:-(?:{CAPITAL}[\w’']*|[a-z]{{2,3}}\s{CAPITAL}[\w’']*))*)"
BETWEEN = (
    r"(?:van\s(?:der|den|de|het|'t|’t)|v\.?\s?d\.?|v/d|van|von|de\sla|de|den|der|ter|ten|te|'t|’t|in\s't"
    r"|in\sde|op\sde|op\sden"
    r"|op\s't|el|al|ben|bin|ait|ould|da|dos|di|la|le|ul)\.?"
)
INITIALS = rf"(?:{CAPITAL}[a-z]?\.\s?){{1,5}}"
# A whole name: initials or given names, words between, family names.
NAME = rf"(?:{INITIALS}\s?)?(?:{BETWEEN}\s)?{WORD}(?:\s(?:{BETWEEN}[\s-])?{WORD}){{0,3}}"

TITLE = re.compile(
    rf"\b((?:[Dd]e\s)?[Hh]eer|[Dd]hr\.?|[Hh]r\.|[Mm]eneer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]ej\."
    rf"|[Mm]me\.?|[Jj]uf(?:frouw)?|[Mm]eester"
    rf"|[Dd]r\.|[Dd]rs\.|mr\.|ir\.|ing\.|[Pp]rof\.|[Dd]okter|[Tt]ante|[Oo]ma|[Oo]pa|[Oo]om|[Zz]uster"
    rf"|[Pp]astoor|[Ff]am(?:\.|ilie)"
    rf"|[Mm]ama|[Pp]apa|[Oo]ma)\s(?:(?:dr|drs|mr|ir|ing|prof)\.\s?)*({NAME})"
)
_KIN = (
    r"(?:moeder|vader|mama|papa|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|tweelingzus"
    r"|halfbroer|halfzus|neef(?:je)?"
    r"|nicht(?:je)?|oma|opa|tante|oom|partner|echtgeno(?:ot|te)|vriend(?:je)?|vriendin(?:netje)?|buurvrouw"
    r"|buurman|buurmeisje|buurjongen"
    r"|kleinzoon|kleindochter|kleinkind|ex|ex-man|ex-vrouw)"
)
_CHILD = (
    r"(?:kind|kindje|jongen|jongetje|meisje|jongere|jeugdige|minderjarige|jongeman|peuter|kleuter|baby"
    r"|tiener|puber|leerling|cli[eë]nte?"
    r"|pati[eë]nte?|pupil|klasgeno(?:ot|te)|vluchteling|asielzoeker|man|vrouw|tweeling)"
)
_PROFESSIONAL = (
    r"(?:consulent|coach|voogd|beschermer|hulpverl[e]ner|hulpverleenster|begeleid(?:er|ster)|behandelaar"
    r"|psycholo(?:og|ge)|pedago(?:og|ge)"
    r"|therapeut|huisarts|kinderarts|jeugdarts|arts|tandarts|psychiater|wijkagent|dossierhouder|regisseur"
    r"|contactpersoon|manager|mentor"
    r"|leerkracht|leraar|lerares|docente?|werker|werkster|verpleegkundige|logopediste?|trainer"
    r"|gezinshuisouder|melder|indiener"
    r"|advocate?|kinderrechter|officier|ondergetekende|inwoner|inwoonster|klager|klaagster|ambtenaar"
    r"|directeur|rector|gastouder)"
)
_FAMILY = (
    r"(?:gezin|familie|echtpaar|ouders|pleegouders|grootouders|huishouden|pleeggezin|stel|kinderen|broers"
    r"|zussen|zusjes|broertjes|dossier|casus)"
)
_JOIN = (
    r"(?:\s?[:(,]\s?|\s?\(?[\"“‘]|\s\("
    r"|,?\s(?:genaamd|heet|heette|met de naam|te weten|namelijk|die|van)\s|\s)"
)
PERSON_WORD = re.compile(
    rf"(?<![\w-])(?i:[a-z]*?(?:(?P<close>{_KIN}|{_CHILD}|{_FAMILY})"
    rf"|{_PROFESSIONAL}))(?P<join>{_JOIN})(?P<name>{NAME})"
)
LOWER_KIN = re.compile(
    rf"(?<![\w-])(?:[a-z]*?(?:{_KIN}|{_CHILD}|gezin|familie|juf|meester))(?:\s|,\s"
    rf"|\s\()([a-zà-þ]{{3,}})(?![\w-])",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"\b(?:[Gg]enaamd|[Hh]eet|[Hh]eette|[Nn]oem(?:en|t|de|den)?(?:\s(?:we|haar|hem|zich|ik))?|[Rr]oepnaam"
    rf"|[Vv]oornaam|[Aa]chternaam|[Nn]aam"
    rf"(?:\s(?:kind|cli[eë]nt|moeder|vader|jeugdige|ouder))?(?:\sis)?|op\snaam\svan|[Nn]amens|[Gg]etekend"
    rf"|ondergetekende|[Gg]roet(?:en|jes)?|groet\svan"
    rf"|[Bb]este|[Ll]ieve|[Hh]oi|[Hh]allo|[Dd]ag|[Gg]eachte)\s?[:,]?\s*[\"“‘]?({NAME})"
)
CALLED = re.compile(rf"\b(?:we|wij|ik|ze)\s(?:hier\s|maar\s)?({WORD})\s(?:zullen\s)?noem(?:en|de|den)?\b")
WITH_AGE = re.compile(
    rf"(?<![\w.’'-])({NAME}|{INITIALS})[,]?\s\(?(?:\d{{1,2}}(?:[,;)]|\s?(?:jaar|jr|jarig|maanden|mnd)\b)"
    rf"|[(]?[vmVM][,/)]|\(\d{{1,2}}[-/.]\d)"
)
STORY = re.compile(
    rf"(?<![\w’'-])({WORD})\s(?:en\s(?:zijn|haar)\s(?:{_KIN}|gezin|ouders)|(?:zit|zat|speelt"
    rf"|voetbalt)\s(?:nu\s)?(?:in|op|bij)\s(?:groep|klas|een|de|het)"
    rf"|spijbelt|blowt|huilt|(?:is|was)\s(?:uit\shuis|geboren|jarig|pas|net|bang|boos|verdrietig"
    rf"|weggelopen|zwanger|gepest|onder\stoezicht|aangemeld\s(?:door|bij)\s(?:zijn|haar))"
    rf"|woont\s(?:nu\s|sinds\s\w+\s)?(?:bij\s(?:zijn|haar|oma|opa|een)|met\s(?:zijn|haar))|(?:mist|sloeg"
    rf"|slaat|belde|vertelde|mailde)\s(?:zijn|haar|dat|mij|ons))"
)
INITIALS_NAME = re.compile(
    rf"(?<![\w.’'-])((?:{CAPITAL}\.\s?){{1,5}}(?:{BETWEEN}\s)?{WORD}(?:\s(?:{BETWEEN}\s)?{WORD})?)"
)
PERSON_INITIALS = re.compile(
    rf"(?<![\w-])(?i:[a-z]*?(?:{_KIN}|{_CHILD}|{_FAMILY}|mevrouw|mevr\.|mw\.|meneer|heer|dhr\.)|van|met"
    rf"|voor|volgens|namens)"
    rf"\s(?:van\s)?\(?((?:{CAPITAL}\.\s?(?:v\.?\s?d\.?\s?)?){{1,5}})(?=[\s,;:)?!]|$)"
)
NAME_COMMA = re.compile(
    rf"(?<![\w’'-])((?:(?:Van|De|Den|Ter|Ten|El)\s(?:(?:de|den"
    rf"|der)\s)?)?{WORD}),\s((?:{CAPITAL}\.\s?){{1,5}}(?:{BETWEEN})?)"
)
UNKNOWN_FULL = re.compile(
    rf"(?<![\w.’'-])({WORD}\s(?:van\s(?:der|den|'t)|v\.?\s?d\.?|v/d|ter|ten|el|al|ben|'t)\s{WORD})"
)
SINGLE = re.compile(rf"(?<![\w@.’'/-]){WORD}(?!-?\w)")
FOLLOWING = re.compile(rf"(?:\s(?:{BETWEEN}[\s-])?{WORD}){{1,3}}")

OFFICE = re.compile(
    r"(?:[Ww]ethouder|[Bb]urgemeester|[Rr]aadslid|[Mm]inister|[Ss]taatssecretaris|[Gg]riffier"
    r"|[Vv]oorzitter|[Gg]edeputeerde|[Kk]amerlid)\s$"
)
NO_PERSON_BEFORE = re.compile(
    r"(?:[Ss]tichting|[Vv]ereniging|[Ww]et|[Mm]otie|[Aa]mendement|[Cc]ommissie|[Mm]ethode|[Mm]ethodiek"
    r"|[Pp]rogramma|[Ss]yndroom|[Zz]iekte|[Tt]est|[Hh]uize"
    r"|[Hh]uis|[Pp]raktijk|[Bb]ureau|[Gg]emeente|[Pp]rovincie|[Ff]onds|[Ll]ocatie|[Zz]aal|[Gg]ebouw"
    r"|[Kk]asteel|[Kk]erk|[Ww]ijk|[Bb]uurt|[Dd]orp|[Kk]ern"
    r"|[Ss]tad|[Ss]tation|[Zz]iekenhuis|[Kk]liniek|[Ii]nstelling|[Aa]anbieder|[Zz]orgaanbieder|[Pp]ark"
    r"|[Pp]roject|[Rr]apport|[Ss]oftware|[Ss]ysteem"
    r"|[Tt]raining|[Gg]roepswoning|[Ww]oonvoorziening|[Gg]ezinshuis|[Hh]ospice|[Mm]onument|[Bb]eek"
    r"|[Rr]ivier|Sint|St\.?|[Kk]oning|[Kk]oningin|[Pp]rins|[Pp]rinses|[Pp]aus"
    r"|[Pp]artij|[Ff]ractie|[Ll]ijst|[Bb]edrijf|[Ff]irma|syndroom\svan|ziekte\svan)\s(?:van\s)?[\"“‘]?$"
)
STREET_END = re.compile(
    r"(?:straat|weg|laan|plein|hof|steeg|singel|dreef|gracht|kade|dijk|pad|park|school|college|lyceum"
    r"|gymnasium|huis|kerk|zaal|centrum|instituut|stichting"
    r"|groep|zorg|kliniek|praktijk|fonds|wet|akkoord|foundation|bv|b\.v\.|holding|advies|consultancy"
    r"|monitor|toren|burcht|kazerne|gebouw|hulp|thuis"
    r"|project|team|methode|test|schaal|commissie|prijs)$",
    re.IGNORECASE,
)
INITIAL_LABEL = re.compile(
    r"(?:categorie|groep|klas|optie|variant|bijlage|deel|scenario|type|niveau|perceel|vitamine|plan|blok"
    r"|kolom|tabel|segment|lijn|zone|route)\s$",
    re.IGNORECASE,
)
MONTH_AFTER = re.compile(r"Jan[\s;,.|/-]{1,3}(?:[Ff]eb|\d)")
ABBREVIATION = re.compile(rf"{CAPITAL}{{3,}}")
