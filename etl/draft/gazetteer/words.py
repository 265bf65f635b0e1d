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
    r"\b(?:Programme(?! Office)|Program(?! Office)|Project|Strategy|Resolution|Declaration|Convention|Protocol|Plan|Agenda|Compact"
    r"|Framework|Week|Conference|Forum|Meeting|Workshop|Course|Exercise|Session|Expert Group|Working Group|Initiative"
    r"|Border Liaison|Port Control|Cargo Control|Mobile|Summit|Day|Facilitation)\b"
)
OFFICE = (
    "Secretary[- ]General|Under[- ]Secretary|Director[- ]General|Director|Head|Chief|Chair(?:man|woman|person)?|Minister"
    "|President|Representative|Co-?ordinator|Ambassador(?:-at-Large)?|Commander|Officer|Advis[eo]r|Commissioner|Governor"
    "|Rector|Manager|Charg[eé] [Dd][’'][Aa]ffaires|Envoy|Prosecutor(?: General)?|Judge|Professor|Expert|Attach[eé]"
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
    r"(?:Major|Lieutenant|Colonel|Brigadier|Vice|Rear)[- ](?:General|Colonel|Admiral)|Colonel[- ]General|(?<!Secretary )(?<!Director )(?<!Prosecutor )(?<!Consul )General|Colonel"
    r"|Major|Captain|Admiral|Justice"
)
TITLE = (
    rf"(?:H\.\s?E\.?|His Excellency|Her Excellency|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Prof\.?|Professor|Col\.|Gen\.|Lt\.|Maj\.|Amb\."
    rf"|{RANK}|г-н|г-жа|господин|(?:генерал(?:-\w+)*|полковник|подполковник|майор|адмирал)\w*(?: (?:полиции|юстиции|милиции))?)"
)
TITLES = re.compile(rf"(?<![\w-])(?:{TITLE}\s+)+")
TITLES_BEFORE = re.compile(rf"(?<![\w-])(?:{TITLE}\s+)+$")
MONTHS = (
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
).split()
NO_NAME = frozenset(
    (
        "The In On At From Between Central East West North South Asia Asian United Nations Security Border Borders Customs State"
        " States National Regional Foreign Counter Islamic Republic Kingdom European Europe New Programme Program General First"
        " Deputy World Global International Executive Under Opening Special Prime Member Members Permanent Middle Great"
        " Joint High Major Virtual His Her After During Terrorism Project Mobile Training Operation Trust Peace Port Silk"
        " Black Caspian Participants Officers Officers Experts Delegates Air Cargo Control Drug Drugs Crime Affairs Health"
        " Interior Internal Defence Defense Defending Finance Justice Trade Law Enforcement Migration Emergency Situations"
        " Armed Army Airport Region Province District City Oblast Sea River Valley Checkpoint Crossing Point Points"
        " Declaration Convention Strategy Resolution Plan Action Agenda Framework Conference Forum Meeting Workshop Course"
        " Exercise Session Summit Week Day Dialogue Group Team Teams Units Liaison Offices Office Field Process Charter Treaty"
        " Read Also Photo Source Background Date Place Following Earlier Today Yesterday Speaking Addressing Welcoming"
        " This That These Those It Its He She They We Our Their And But For With As Of To By An A Ambassador Excellency"
        " Extraordinary Plenipotentiary Sub Information Analytical Economic Cooperation Political Technical Human"
        " Rights Development Humanitarian Refugees Small Arms Light Weapons Money Nobody Both Some All Other More"
        " Presentations Patrols Forces Each Many Most Under Over Near Since Until While When Where Press Service Media"
        " Bulletin Agency News Anti Rapid Green Phase Good Best Community Communities Women Young Youth Large Chairmanship"
        " Secretariat Secretaries Councils Presidents Ministers Heads Vice Head Chief Personal Revised Kyoto"
        " Mr Ms Mrs Dr Prof Col Gen Lt Maj Amb Major Colonel Lieutenant Captain Admiral Brigadier Professor Sergeant"
        " Punta Cana Lapis Lazuli Academy University Institute Palace House Hotel Hall Street Avenue"
    ).split()
) | frozenset(MONTHS)
"""Capitalised words that begin or hold no name of a person."""
OTHER_BODIES = (
    "GIZ|KfW|USAID|Eurojust|Frontex|Europol|UNFPA|UN Women|World Bank|International Monetary Fund|Asian Development Bank"
    "|KOICA|TIKA|DCAF|ICRC|International Committee of the Red Cross|IFRC|World Food Programme|WFP|FATF|UNITAR|UNICRI|FAO"
    "|UNOPS|European Bank for Reconstruction and Development|EBRD|Aga Khan Foundation|ACTED|Saferworld|GCERF|Hedayah"
    "|U.S. Central Command|US Central Command|UN Peacebuilding Fund|Eurasian Economic Union|GUUAM|CIS Executive Committee"
).split("|")
"""Bodies that pages of the field name and the record may lack: proposed as new rows."""
