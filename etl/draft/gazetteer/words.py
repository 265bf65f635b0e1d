"""Words that tell what a name is: of a body, an office, an instrument; and titles before names."""

import re

HEAD = (
    "Ministry|Ministries|Service|Services|Committee|Agency|Centre|Center|Academy|Department|Embassy|Office|Organi[sz]ation"
    "|Union|Council|Directorate|Institute|Commission|Bureau|Police|Court|Bank|Fund|Secretariat|Branch|Unit|Section"
    "|Delegation|Assembly|Forces|Troops|Guards?|Administration|Foundation|University|School|College|Association"
    "|Structure|Mission|Federation|Authority|Chamber|Parliament|Senate|Government|Network|Task Force|Division"
    "|Consulate|Corporation|Alliance|Staff|Command|Airways|Railways|Society|League|Headquarters"
    "|Prosecutor[’']s Office|Inspectorate|Entity|Programme Office"
)
HEAD_WORD = re.compile(rf"\b(?:{HEAD})\b")
WEAK_HEAD = re.compile(
    r"\b(?:Unit|Section|Branch|Division|Team|Network|Structure|Headquarters|Assembly|Administration|Secretariat"
    r"|Mission|Forces|Department|Directorate|Services|Ministries|School|Government|Office|Staff|Guards?"
    r"|Troops|Service|Committee|Centre|Center|Council|Delegation|Police)$"
)
"""Heads that make a name of a body only together with a known body, a country or `of`."""
NOT_BODY = re.compile(
    r"\b(?:Programme(?! Office)|Program(?! Office)|Project|Strategy|Resolution|Declaration|Convention"
    r"|Protocol|Plan|Agenda|Compact"
    r"|Framework|Week|Conference|Forum|Meeting|Workshop|Course|Exercise|Session|Expert Group|Working "
    r"Group|Initiative"
    r"|Border Liaison|Port Control|Cargo Control|Mobile|Summit|Day|Facilitation)\b"
)
OFFICE = (
    "Secretary[- ]General|Under[- ]Secretary|Director[- ]General|Director|Head|Chief|Chair(?:man|woman"
    "|person)?|Minister"
    "|President|Representative|Co-?ordinator|Ambassador(?:-at-Large)?|Commander|Officer|Advis[eo]r|Commissioner|Governor"
    "|Rector|Manager|Charg[eé] [Dd][’'][Aa]ffaires|Envoy|Prosecutor(?: General)?|Judge|Professor|Expert"
    "|Attach[eé]"
    "|Counsellor|Consul|Specialist|Secretary|Principal|Spokesperson|Inspector|Administrator|Dean|Mayor|Khokim"
    "|Ombudsman|Analyst|Instructor|Trainer|Assistant|Deputy|Lead|Adviser|Counselor|Speaker|Vice-Minister|Khakim"
)
OFFICE_WORD = re.compile(rf"\b(?:{OFFICE})\b", re.IGNORECASE)
RUSSIAN_OFFICE = (
    r"(?:директор|министр|председател|глав|руководител|начальник|представител|спецпредставител|секретар|генсек|посол"
    r"|посл|координатор|президент|заместител|командующ|командир|эксперт|советник|комиссар|прокурор|ректор"
    r"|менеджер|атташе|поверенн|премьер|вице-министр|помощник|сотрудник|специалист|уполномоченн|член)\w*"
)
RUSSIAN_OFFICE_WORD = re.compile(rf"\b{RUSSIAN_OFFICE}", re.IGNORECASE)
RANK = (
    r"(?:Major|Lieutenant|Colonel|Brigadier|Vice|Rear)[- ](?:General|Colonel|Admiral)|Colonel[- "
    r"]General|(?<!Secretary )(?<!Director )(?<!Prosecutor )(?<!Consul )General|Colonel"
    r"|Major|Captain|Admiral|Justice"
)
TITLE = (
    rf"(?:H\.\s?E\.?|His Excellency|Her Excellency|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Prof\.?|Professor|Col\."
    rf"|Gen\.|Lt\.|Maj\.|Amb\."
    rf"|{RANK}|г-н|г-жа|господин|(?:генерал(?:-\w+)*|полковник|подполковник|майор|адмирал)\w*(?: "
    rf"(?:полиции|юстиции|милиции))?)"
)
TITLES_BEFORE = re.compile(rf"(?<![\w-])(?:{TITLE}\s+)+$")
LONGEST_TITLE = 80
"""Characters of all titles before a name."""
_MONTHS = """January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
MONTHS = _MONTHS.split()
_NO_NAME = """
A Academy Action Addressing Admiral Affairs After Agency Agenda Air Airport All Also Amb Ambassador An
Analytical And Anti Armed Arms Army As Asia Asian At Avenue Background Best Between Black Border Borders
Both Brigadier Bulletin But By Cana Captain Cargo Caspian Central Chairmanship Charter Checkpoint Chief
City Col Colonel Communities Community Conference Control Convention Cooperation Councils Counter Course
Crime Crossing Customs Date Day Declaration Defence Defending Defense Delegates Deputy Development
Dialogue District Dr Drug Drugs During Each Earlier East Economic Emergency Enforcement Europe European
Excellency Executive Exercise Experts Extraordinary Field Finance First Following For Forces Foreign
Forum Framework From Gen General Global Good Great Green Group Hall He Head Heads Health Her High His
Hotel House Human Humanitarian In Information Institute Interior Internal International Islamic It Its
Joint Justice Kingdom Kyoto Lapis Large Law Lazuli Liaison Lieutenant Light Lt Maj Major Many Media
Meeting Member Members Middle Migration Ministers Mobile Money More Most Mr Mrs Ms National Nations Near
New News Nobody North Oblast Of Office Officers Offices On Opening Operation Other Our Over Palace
Participants Patrols Peace Permanent Personal Phase Photo Place Plan Plenipotentiary Point Points
Political Port Presentations Presidents Press Prime Process Prof Professor Program Programme Project
Province Punta Rapid Read Refugees Region Regional Republic Resolution Revised Rights River Sea
Secretariat Secretaries Security Sergeant Service Session She Silk Since Situations Small Some Source
South Speaking Special State States Strategy Street Sub Summit Team Teams Technical Terrorism That The
Their These They This Those To Today Trade Training Treaty Trust Under United Units University Until
Valley Vice Virtual We Weapons Week Welcoming West When Where While With Women Workshop World Yesterday
Young Youth
"""
NO_NAME = frozenset([*_NO_NAME.split(), *MONTHS])
"""Capitalised words that begin or hold no name of a person."""
_OTHER_BODIES = """
GIZ; KfW; USAID; Eurojust; Frontex; Europol; UNFPA; UN Women; World Bank; International Monetary Fund;
Asian Development Bank; KOICA; TIKA; DCAF; ICRC; International Committee of the Red Cross; IFRC; World
Food Programme; WFP; FATF; UNITAR; UNICRI; FAO; UNOPS; European Bank for Reconstruction and Development;
EBRD; Aga Khan Foundation; ACTED; Saferworld; GCERF; Hedayah; U.S. Central Command; US Central Command;
UN Peacebuilding Fund; Eurasian Economic Union; GUUAM; CIS Executive Committee
"""
OTHER_BODIES = [" ".join(name.split()) for name in _OTHER_BODIES.split(";")]
"""Bodies that pages of the field name and the record may lack: proposed as new rows."""

SAID = (
    "said|says|spoke|stated|stressed|underlined|underscored|emphasi[sz]ed|noted|told|thanked|described|welcomed"
    "|recalled|added|highlighted|explained|urged|remarked|praised|reminded|reaffirmed|reiterated|acknowledged"
    "|outlined|reported|warned|announced|commended|joked|observed|concluded|argued|informed|proposed|expressed"
    "|opened|presented|introduced|delivered|addressed|shared|briefed"
)
"""Verbs of a person who speaks at an event."""
RUSSIAN_SAID = (
    "сказал|отметил|заявил|подчеркнул|выступил|сообщил|рассказал|поблагодарил|предложил|призвал|добавил|напомнил"
    "|пожелал|ответил|вручил|передал|открыл|указал|выразил"
)


def find_title_before(paragraph: str, start: int) -> int | None:
    """Where the titles before a name begin; None where it has none."""
    floor = max(0, start - LONGEST_TITLE)
    found = TITLES_BEFORE.search(paragraph[floor:start])
    return floor + found.start() if found else None
