"""Countries in the codes that event data sets use: ISO 3166-1 numeric, FIPS 10-4, Correlates of War, Gleditsch-Ward.

Facts: ISO 3166-1 and FIPS 10-4 as GeoNames lists them (CC BY 4.0); the state lists of the Correlates of War project
(2016) and of Gleditsch and Ward (1999, as UCDP uses it). Territories that are no state of a list have no code in it.
"""

from functools import cache
from typing import NamedTuple

__all__ = ["CountryCodes", "by_numeric", "codes_of"]


class CountryCodes(NamedTuple):
    """The codes of one country; None where a list does not have it."""

    iso2: str
    numeric: int | None = None
    fips: str | None = None
    cow: int | None = None
    gw: int | None = None


# ISO2:numeric:FIPS:COW:GW, the last empty where it is the same as COW.
_CODES = """
AD:20:AN:232: AE:784:AE:696: AF:4:AF:700: AG:28:AC:58: AI:660:AV:: AL:8:AL:339: AM:51:AM:371: AO:24:AO:540:
AQ:10:AY:: AR:32:AR:160: AS:16:AQ:: AT:40:AU:305: AU:36:AS:900: AW:533:AA:: AX:248::: AZ:31:AJ:373:
BA:70:BK:346: BB:52:BB:53: BD:50:BG:771: BE:56:BE:211: BF:854:UV:439: BG:100:BU:355: BH:48:BA:692:
BI:108:BY:516: BJ:204:BN:434: BL:652:TB:: BM:60:BD:: BN:96:BX:835: BO:68:BL:145: BQ:535::: BR:76:BR:140:
BS:44:BF:31: BT:64:BT:760: BV:74:BV:: BW:72:BC:571: BY:112:BO:370: BZ:84:BH:80: CA:124:CA:20: CC:166:CK::
CD:180:CG:490: CF:140:CT:482: CG:178:CF:484: CH:756:SZ:225: CI:384:IV:437: CK:184:CW:: CL:152:CI:155:
CM:120:CM:471: CN:156:CH:710: CO:170:CO:100: CR:188:CS:94: CU:192:CU:40: CV:132:CV:402: CW:531:UC:: CX:162:KT::
CY:196:CY:352: CZ:203:EZ:315: DE:276:GM:255:260 DJ:262:DJ:522: DK:208:DA:390: DM:212:DO:54: DO:214:DR:42:
DZ:12:AG:615: EC:218:EC:130: EE:233:EN:366: EG:818:EG:651: EH:732:WI:: ER:232:ER:531: ES:724:SP:230:
ET:231:ET:530: FI:246:FI:375: FJ:242:FJ:950: FK:238:FK:: FM:583:FM:987: FO:234:FO:: FR:250:FR:220:
GA:266:GB:481: GB:826:UK:200: GD:308:GJ:55: GE:268:GG:372: GF:254:FG:: GG:831:GK:: GH:288:GH:452: GI:292:GI::
GL:304:GL:: GM:270:GA:420: GN:324:GV:438: GP:312:GP:: GQ:226:EK:411: GR:300:GR:350: GS:239:SX:: GT:320:GT:90:
GU:316:GQ:: GW:624:PU:404: GY:328:GY:110: HK:344:HK:: HM:334:HM:: HN:340:HO:91: HR:191:HR:344: HT:332:HA:41:
HU:348:HU:310: ID:360:ID:850: IE:372:EI:205: IL:376:IS:666: IM:833:IM:: IN:356:IN:750: IO:86:IO:: IQ:368:IZ:645:
IR:364:IR:630: IS:352:IC:395: IT:380:IT:325: JE:832:JE:: JM:388:JM:51: JO:400:JO:663: JP:392:JA:740:
KE:404:KE:501: KG:417:KG:703: KH:116:CB:811: KI:296:KR:946:970 KM:174:CN:581: KN:659:SC:60: KP:408:KN:731:
KR:410:KS:732: KW:414:KU:690: KY:136:CJ:: KZ:398:KZ:705: LA:418:LA:812: LB:422:LE:660: LC:662:ST:56:
LI:438:LS:223: LK:144:CE:780: LR:430:LI:450: LS:426:LT:570: LT:440:LH:368: LU:442:LU:212: LV:428:LG:367:
LY:434:LY:620: MA:504:MO:600: MC:492:MN:221: MD:498:MD:359: ME:499:MJ:341: MF:663:RN:: MG:450:MA:580:
MH:584:RM:983: MK:807:MK:343: ML:466:ML:432: MM:104:BM:775: MN:496:MG:712: MO:446:MC:: MP:580:CQ:: MQ:474:MB::
MR:478:MR:435: MS:500:MH:: MT:470:MT:338: MU:480:MP:590: MV:462:MV:781: MW:454:MI:553: MX:484:MX:70:
MY:458:MY:820: MZ:508:MZ:541: NA:516:WA:565: NC:540:NC:: NE:562:NG:436: NF:574:NF:: NG:566:NI:475: NI:558:NU:93:
NL:528:NL:210: NO:578:NO:385: NP:524:NP:790: NR:520:NR:970:971 NU:570:NE:: NZ:554:NZ:920: OM:512:MU:698:
PA:591:PM:95: PE:604:PE:135: PF:258:FP:: PG:598:PP:910: PH:608:RP:840: PK:586:PK:770: PL:616:PL:290: PM:666:SB::
PN:612:PC:: PR:630:RQ:: PS:275:WE:: PT:620:PO:235: PW:585:PS:986: PY:600:PA:150: QA:634:QA:694: RE:638:RE::
RO:642:RO:360: RS:688:RI:345:340 RU:643:RS:365: RW:646:RW:517: SA:682:SA:670: SB:90:BP:940: SC:690:SE:591:
SD:729:SU:625: SE:752:SW:380: SG:702:SN:830: SH:654:SH:: SI:705:SI:349: SJ:744:SV:: SK:703:LO:317:
SL:694:SL:451: SM:674:SM:331: SN:686:SG:433: SO:706:SO:520: SR:740:NS:115: SS:728:OD:626: ST:678:TP:403:
SV:222:ES:92: SX:534:NN:: SY:760:SY:652: SZ:748:WZ:572: TC:796:TK:: TD:148:CD:483: TF:260:FS:: TG:768:TO:461:
TH:764:TH:800: TJ:762:TI:702: TK:772:TL:: TL:626:TT:860: TM:795:TX:701: TN:788:TS:616: TO:776:TN:955:972
TR:792:TU:640: TT:780:TD:52: TV:798:TV:947:973 TW:158:TW:713: TZ:834:TZ:510: UA:804:UP:369: UG:800:UG:500:
UM:581::: US:840:US:2: UY:858:UY:165: UZ:860:UZ:704: VA:336:VT:: VC:670:VC:57: VE:862:VE:101: VG:92:VI::
VI:850:VQ:: VN:704:VM:817: VU:548:NH:935: WF:876:WF:: WS:882:WS:990: XK::KV:347: YE:887:YM:679:678 YT:175:MF::
ZA:710:SF:560: ZM:894:ZA:551: ZW:716:ZI:552:
"""


@cache
def _table() -> dict[str, CountryCodes]:
    return {codes.iso2: codes for codes in map(_row, _CODES.split())}


def _row(cell: str) -> CountryCodes:
    iso2, numeric, fips, cow, gw = cell.split(":")
    return CountryCodes(iso2, _number(numeric), fips or None, _number(cow), _number(gw or cow))


def _number(text: str) -> int | None:
    return int(text) if text else None


def codes_of(iso2: str | None) -> CountryCodes:
    """The codes of a country by its ISO 3166-1 alpha-2 code; all None for one that is not listed."""
    return _table().get(iso2 or "", CountryCodes(iso2 or ""))


@cache
def by_numeric() -> dict[int, str]:
    """ISO 3166-1 numeric → alpha-2."""
    return {codes.numeric: codes.iso2 for codes in _table().values() if codes.numeric}
