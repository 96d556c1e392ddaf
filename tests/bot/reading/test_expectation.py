"""What single sentences of news expect, all published on Wednesday 26 November 2025."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.reading import read_article

PUBLISHED = datetime(2025, 11, 26, 12, tzinfo=ZoneInfo("Europe/Oslo"))

EXPECTED_NB = [
    ("Ordføreren møter de ansatte på torget tirsdag kveld.", "2025-12-02..2025-12-02"),
    ("Styret skal legge fram planen for de ansatte fredag.", "2025-11-28..2025-11-28"),
    ("Ministeren møter de pårørende og de ansatte fredag.", "2025-11-28..2025-11-28"),
    ("25. januar, Kulturhuset, Vik", "2026-01-25..2026-01-25"),
    ("Nye navn presenteres ukentlig fra mandag 1. desember.", "2025-12-01..2025-12-01"),
    ("Billettene er i salg fra fredag kl 10.00.", "2025-11-28..2025-11-28"),
    ("Hvis de enes, legges avtalen fram før finansdebatten 5. desember.", "2025-12-05..2025-12-05"),
    ("Torsdag klokken 13 har Vik kalt inn til pressekonferanse.", "2025-11-27..2025-11-27"),
    ("Møtet følges opp denne helgen.", "2025-11-28..2025-11-30"),
    ("I år skjer åpningen 11. desember.", "2025-12-11..2025-12-11"),
    ("Et svar på prøven er trolig klart fredag.", "2025-11-28..2025-11-28"),
    ("Vik trente tirsdag foran kampen mot Nes fredag.", "2025-11-28..2025-11-28"),
    ("Han sa ja rett etter jul, foran valget i januar.", "2026-01-01..2026-01-31"),
    ("Hun er innstilt som kandidat før kommunevalget i mars.", "2026-03-01..2026-03-31"),
    ("E24 følger rentemøtet torsdag.", "2025-11-27..2025-11-27"),
    ("TV 2 sender kampen torsdag.", "2025-11-27..2025-11-27"),
    ("Nøyaktig klokken 19.30 i kveld er det åpning av messen.", "2025-11-26..2025-11-26"),
    ("Om de to får spille, avgjøres fredag.", "2025-11-28..2025-11-28"),
    ("Driften skal stanses mandag 1. desember.", "2025-12-01..2025-12-01"),
    ("Festivalen er flyttet fra i år til neste år.", "2026-01-01..2026-12-31"),
    ("Lagmannsretten behandler anken i mars neste år.", "2026-03-01..2026-03-31"),
    ("Stortinget skal etter planen stemme over forslaget tirsdag.", "2025-12-02..2025-12-02"),
    ("Etter planen legger utvalget fram rapporten fredag.", "2025-11-28..2025-11-28"),
    ("Statsbudsjettet er ventet vedtatt 18. desember.", "2025-12-18..2025-12-18"),
    ("Det ventes at kommunen åpner broen igjen til våren.", "2026-03-01..2026-05-31"),
    ("– Vi møtes igjen i morgen, sier forhandlingslederen.", "2025-11-27..2025-11-27"),
    ("Fristen for å anke går ut 9. desember.", "2025-12-09..2025-12-09"),
    ("Partene har frist til midnatt søndag.", "2025-11-26..2025-11-30"),
    ("Streiken trappes opp fra mandag.", "2025-12-01..2025-12-01"),
    ("Fagforbundet har varslet streik fra mandag.", "2025-12-01..2025-12-01"),
    ("Kampen er utsatt til 9. desember.", "2025-12-09..2025-12-09"),
    ("Skirennet ble utsatt til søndag.", "2025-11-30..2025-11-30"),
    ("Selskapet legger fram tall for tredje kvartal torsdag.", "2025-11-27..2025-11-27"),
    ("Han må møte i retten mandag.", "2025-12-01..2025-12-01"),
    ("Landsmøtet, som går av stabelen 5.–7. desember, velger ny leder.", "2025-12-05..2025-12-07"),
    ("Norge møter Italia på Ullevaal torsdag kveld.", "2025-11-27..2025-11-27"),
    ("Torsdag møter Norge Italia.", "2025-11-27..2025-11-27"),
    ("I morgen får forsvareren ordet.", "2025-11-27..2025-11-27"),
    ("Politiet planlegger rekonstruksjon neste uke.", "2025-12-01..2025-12-07"),
    ("Valget finner sted 13. september 2026.", "2026-09-13..2026-09-13"),
    ("Ordføreren går av ved årsskiftet.", "2025-12-31..2026-01-01"),
    ("Loven trer i kraft 1. januar.", "2026-01-01..2026-01-01"),
    ("Ministeren sa at loven trer i kraft 1. januar.", "2026-01-01..2026-01-01"),
    ("Det er duket for finale lørdag.", "2025-11-29..2025-11-29"),
    ("Samtalene ventes å fortsette i helgen.", "2025-11-28..2025-11-30"),
    ("Avtalen utløper om to uker.", "2025-12-10..2025-12-10"),
    ("Butikken stenger dørene for siste gang lørdag.", "2025-11-29..2025-11-29"),
    ("Dronningen besøker Tromsø førstkommende tirsdag.", "2025-12-02..2025-12-02"),
    ("Kongressen åpnes av statsministeren fredag.", "2025-11-28..2025-11-28"),
    ("Parlamentet møtes ikke igjen før 10. desember.", "2025-12-10..2025-12-10"),
    ("Domstolen kunngjør avgjørelsen senere i dag.", "2025-11-26..2025-11-26"),
    ("Rapporten, planlagt offentliggjort i februar, er forsinket.", "2026-02-01..2026-02-28"),
    ("Nå ser det ut til at toget først går i mai.", "2026-05-01..2026-05-31"),
    ("Senere i uken kommer utenriksministeren til Oslo.", "2025-11-26..2025-11-30"),
    ("Neste møte er berammet til 3. februar.", "2026-02-03..2026-02-03"),
    ("Forhandlingene gjenopptas mandag.", "2025-12-01..2025-12-01"),
    ("Laget forsterkes med to spillere i januar.", "2026-01-01..2026-01-31"),
    ("Stormen når Helgeland natt til fredag, og ferjene innstilles.", "2025-11-28..2025-11-28"),
    ("Bussen når ikke fram før i morgen.", "2025-11-27..2025-11-27"),
    ("Folkemøtet begynner klokken 9.", "2025-11-26..2025-11-26"),
    ("Statsråden er til stede på pressekonferansen klokken 15.", "2025-11-26..2025-11-26"),
    ("Det blir kaldt på Østlandet denne uken.", "2025-11-26..2025-11-30"),
    ("Folkemøtet er lagt til 3. desember.", "2025-12-03..2025-12-03"),
    ("Årsmøtet 4. desember flyttes til 11. desember.", "2025-12-11..2025-12-11"),
    ("Kinofilmen har premiere lørdag 18.00.", "2025-11-29..2025-11-29"),
    ("Spissen signerer i dag for Vik.", "2025-11-26..2025-11-26"),
    ("Torsdag kommer dommen mot den tidligere kassereren i Vik.", "2025-11-27..2025-11-27"),
    ("Tidligere leder Per Moe vitner torsdag.", "2025-11-27..2025-11-27"),
    ("Våpenhvilen er blitt forlenget til fredag kveld.", "2025-11-28..2025-11-28"),
    (
        "Treneren har tatt ut 20 spillere til en samling i Oslo om to uker.",
        "2025-12-10..2025-12-10",
    ),
    ("Det er omvisning i parken klokken 15.", "2025-11-26..2025-11-26"),
    ("I Vik er veien stengt, og det gjøres en ny vurdering klokken 9.", "2025-11-26..2025-11-26"),
    (
        "Til tross for at fristen er fredag kveld, ber havnesjefen om flere møter.",
        "2025-11-28..2025-11-28",
    ),
    (
        "Har du ikke kjøpt kort, er det håp: Koret synger igjen 9. desember.",
        "2025-12-09..2025-12-09",
    ),
    ("Havnesjefen blir tilgjengelig for pressen klokken 14.15.", "2025-11-26..2025-11-26"),
    ("27. november/runde 16: Vik til Nes, 22 kilometer.", "2025-11-27..2025-11-27"),
    ("Rettssaken mot kassereren fortsetter onsdag.", "2025-11-26..2025-11-26"),
    (
        "Styret ønsker å informere medlemmene og inviterer til telefonmøte mandag.",
        "2025-12-01..2025-12-01",
    ),
    ("Juniorlaget trener i Vik onsdag og torsdag.", "2025-11-26..2025-11-27"),
    ("Planen for en ny kai i Vik må være klar innen 17. januar.", "2025-11-26..2026-01-17"),
    ("Etter en hviledag 27. januar, avsluttes rennet i Vik.", "2026-01-27..2026-01-27"),
    ("Festsalen er reservert fra 20.–22. juni.", "2026-06-20..2026-06-22"),
    ("Tunnelen er stengt mellom 23.00 og 05.00 i tiden 8.–10. desember.", "2025-12-08..2025-12-10"),
]

FACTS_NB = [
    ("Styret valgte ny leder fredag.", "2025-11-21..2025-11-21"),
    ("Laget ansatte egen lege mandag.", "2025-11-24..2025-11-24"),
    ("Samtalene har pågått siden valget 4. mars.", "2025-03-04..2025-03-04"),
    ("I løpet av onsdagen har flere av lederne avlyst andre planer.", "2025-11-26..2025-11-26"),
    ("Per Moe (20) viste stor form i Vik mandag.", "2025-11-24..2025-11-24"),
    ("Jeg har tidligere opplyst at jeg i juni ble kjent med saken.", "2025-06-01..2025-06-30"),
    ("Bildet er fra et toppmøte i Vik i september.", "2025-09-01..2025-09-30"),
    (
        "Avisa skriver at det søndag kveld, etter møtet, kom en ny innkalling.",
        "2025-11-23..2025-11-23",
    ),
    ("Den kjente visesangeren visnet i søvne lørdag kveld.", "2025-11-22..2025-11-22"),
    ("Det er foretatt avhør av tiltalte 2. september.", "2025-09-02..2025-09-02"),
    ("Kommunen sikret seg tomten tirsdag.", "2025-11-25..2025-11-25"),
    ("Retten fastslo mandag at veien er åpen for alle.", "2025-11-24..2025-11-24"),
    ("Politiet fikk melding om bilen, som står ved kaia, tirsdag kveld.", "2025-11-25..2025-11-25"),
    ("Fienden angrep havnen natt til tirsdag.", "2025-11-25..2025-11-25"),
    ("Skipet måtte slepes til land i oktober.", "2025-10-01..2025-10-31"),
    ("Onsdag kunne politiet bekrefte at bilen var funnet.", "2025-11-26..2025-11-26"),
    (
        "Blant dem var et barn, hvis foreldre ble drept i angrepet 7. oktober.",
        "2025-10-07..2025-10-07",
    ),
    ("Mandag så det ut til at festivalen var reddet.", "2025-11-24..2025-11-24"),
]

FACTS_NN = [
    ("I Vik omkom ni då eit fly av same type styrta i fjor.", "2024-01-01..2024-12-31"),
    ("Deler av vegen rasa ut måndag.", "2025-11-24..2025-11-24"),
    ("Fylkestinget forkasta planen tysdag.", "2025-11-25..2025-11-25"),
    ("Det er den første avtalen sidan fienden angreip hamna 7. oktober.", "2025-10-07..2025-10-07"),
]

NOTHING_NB = [
    "– Jeg er glad, forsikret han sine tilhengere lørdag.",
    "Over 300 er skadet, over 400 melder Reuters onsdag.",
    "Onsdag ettermiddag er tre spillere usikre på grunn av sykdom.",
    "Oslo Børs er opp to prosent onsdag.",
    "Vik vant fjorårets cup på Nes.",
    "Statsråden dropper en planlagt reise til Vik fredag.",
    "Det er klart etter styrets møte onsdag.",
    "Det er bart på veiene tirsdag kveld.",
    "Ifølge politiet onsdag er to personer savnet.",
    "Politiet holder onsdag formiddag fortsatt på med undersøkelsene.",
    "Da sa banksjefen at renten ville bli hevet i desember.",
    "Selskapet forventes å vise et resultat på to milliarder i tredje kvartal.",
    "Det er tre uker siden valget i september.",
    "Partiet byttet leder rett før valget i september.",
    "Vik får like mye som i år.",
    "Vik leder serien før helgens kamper på Nes.",
    "Stormen er den tredje som treffer kysten i år.",
    "Prisen er rundt 40 øre høyere enn ved stengetid tirsdag.",
    "Onsdag ettermiddag koster et fat olje 80 dollar.",
    "Det er ikke realistisk å få broen ferdig før jul.",
    "Styret skal drøfte havnens planer for de kommende fem årene.",
    "Etter forrige ukes store nedbør var elven på bredden.",
    "Hvis partene ikke blir enige, blir det streik fra mandag.",
    "Blir det regn, utsettes kampen til søndag.",
    "Konserten lørdag er avlyst.",
    "Konserten som skulle vært holdt fredag, blir det ikke noe av.",
    "Han skal ha reist til Spania i helgen.",
    "Kiosken åpner klokken ti hver lørdag.",
    "Statsministeren bør gå av før jul.",
    "Alle som skal flytte, må si fra innen fredag.",
    "Jeg tror Brann vinner i morgen.",
    "Opposisjonen krever at ministeren går av i morgen.",
    "Etter planen skulle hun møte pressen i morgen, men avtalen ble avlyst.",
    "Toget skulle etter planen gått i morgen.",
    "Partiet hadde håpet på et vedtak før jul.",
    "Regjeringen legger ikke fram forslaget i år.",
    "Skal de møtes på nytt i neste uke?",
    "Mannen (36) har bodd i Oslo siden 2019.",
    "Skolen ligger to kilometer fra sentrum.",
    "Vedtaket ble gjort tirsdag.",
    "– Det gikk bra, sa treneren mandag.",
    "Norge slo Sverige 3–1 lørdag.",
    "Planen på 20 punkter ble lekket i forrige uke.",
    "Det var ventet at han kom mandag.",
    "Man må levere skattemeldingen innen 30. april.",
    "Mannen skal ha truet naboen med kniv lørdag kveld.",
    "Ifølge siktelsen skal han ha fått utbetalt 400.000 kroner i perioden 2019 til 2022.",
    "Møtet som skulle vært holdt i Budapest i oktober, ble aldri noe av.",
    "Han burde ha gått av allerede i fjor.",
    "Det er ikke aktuelt å selge huset i år.",
    "Ledelsen ville egentlig åpne butikken i høst, men måtte gi opp planene.",
    "Tropene ser vi hvert eneste år i desember.",
    "Da krigen startet i 2022, flyktet millioner.",
    "I 2030 er det for sent, mener forskeren.",
    "Butikken holder åpent til klokken 22 alle hverdager.",
    "Planen for 2026 ble vedtatt i forrige uke.",
    "Hvis det ikke kommer regn innen fredag, må bonden vanne.",
    "Vi vet ikke når de kommer tilbake.",
    "Kampen skulle egentlig vært spilt søndag, men ble avlyst på grunn av tåke.",
    "Ingen trodde at broen ville stå ferdig i 2024.",
    "Du kan søke om støtte innen 1. mars hvert år.",
    "Det kan ta tid før saken er ferdig.",
    "Mange frykter at prisene vil øke til neste år.",
    "– Jeg håper vi kan åpne til sommeren, sier rektor.",
    "Statsministeren avviser at det blir nyvalg til våren.",
    "Som ventet vant Norge kampen onsdag.",
    "Konferansen i Bergen neste uke er avlyst.",
    "Regjeringen vurderer å innføre avgiften fra 2027.",
    "Hadde de vunnet lørdag, ville de ledet serien.",
    "Det var planlagt et møte torsdag, men det ble utsatt på ubestemt tid.",
    "20-punktsplanen ble presentert 29. september.",
    "Kong Haakon den 7. døde 21. september 1957.",
    "Tiltalte nekter for å ha vært i Oslo 12. juni.",
    "Han fyller 50 år.",
    "Etter det VG erfarer, ble avtalen inngått fredag.",
    "Skatten skal betales innen tre uker etter at kravet er mottatt.",
    "Fristen gikk ut 1. november.",
    "Partiet samler inn penger til neste års valgkamp.",
    "Foreningen legger fram en plan for 2026–2030.",
    "For at laget skal rykke opp til neste år, trengs det en ny keeper.",
    "Hadde styret lyttet i fjor, hadde de sluppet dette.",
    "Programmet ble flyttet fra klokken 19 til 20.",
    "Naboene kjemper for å bevare skogen etter 14. mars 2019.",
    "Onsdag kunne politiet bekrefte at bilen var funnet.",
    "Styret har i praksis forkastet mandagens innstilling.",
    "Oljeprisen ligger onsdag morgen på 60 dollar fatet.",
    "Klokken ett slukkes lyset.",
    "Aksjen er ned to prosent siden stengetid på børsen torsdag.",
    "Lagrene er fulle, viser tall fra myndighetene torsdag.",
]

EXPECTED_EN = [
    ("A Thursday hearing will decide the case.", "2025-11-27..2025-11-27"),
    ("The company will hold a Tuesday press conference.", "2025-12-02..2025-12-02"),
    ("The judge scheduled an August trial.", "2026-08-01..2026-08-31"),
    ("The council will decide whether to sell the quay before Jan. 21.", "2025-11-26..2026-01-20"),
    ("Shares fell on Tuesday before a vote in parliament on Thursday.", "2025-11-27..2025-11-27"),
    ("The court will hear the appeal in March.", "2026-03-01..2026-03-31"),
    ("Lawmakers vote on the bill Thursday.", "2025-11-27..2025-11-27"),
    ("Parliament votes on Thursday.", "2025-11-27..2025-11-27"),
    (
        "The company said Monday it expects to close the deal by the end of June.",
        "2025-11-26..2026-06-30",
    ),
    ("Officials said talks would resume on Friday.", "2025-11-28..2025-11-28"),
    ("The trial is set to begin on January 12.", "2026-01-12..2026-01-12"),
    ("A hearing has been scheduled for Tuesday.", "2025-12-02..2025-12-02"),
    ("The match was postponed until Sunday.", "2025-11-30..2025-11-30"),
    ("The deadline for bids is December 5.", "2025-12-05..2025-12-05"),
    ("Arsenal host Chelsea on Saturday.", "2025-11-29..2025-11-29"),
    ("The king is to open the new bridge next week.", "2025-12-01..2025-12-07"),
    ("The chancellor is due to deliver her budget on Wednesday.", "2025-11-26..2025-11-26"),
    ("Results are expected later this week.", "2025-11-26..2025-11-30"),
    ("The bank, which reports earnings on Tuesday, declined to comment.", "2025-12-02..2025-12-02"),
    ("Rail workers plan to strike on Friday and Saturday.", "2025-11-28..2025-11-29"),
    ("The minister is meeting union leaders on Monday.", "2025-12-01..2025-12-01"),
    ("He goes on trial in February.", "2026-02-01..2026-02-28"),
    ("The law takes effect on January 1.", "2026-01-01..2026-01-01"),
    ("The summit, scheduled for 4 December, will be held in Riga.", "2025-12-04..2025-12-04"),
    ("Schools will not reopen until Monday.", "2025-12-01..2025-12-01"),
    ("Parliament reconvenes on Jan. 12.", "2026-01-12..2026-01-12"),
    ("Voters head to the polls on Dec. 14.", "2025-12-14..2025-12-14"),
    ("The talks expected Thursday will take place in Riga.", "2025-11-27..2025-11-27"),
    ("The truce takes effect at 6 a.m. local time on Sunday.", "2025-11-30..2025-11-30"),
]

NOTHING_EN = [
    "The index is at 102, versus 104 in August.",
    "If the talks fail, the strike will start on Monday.",
    "The concert on Saturday has been cancelled.",
    "He was arrested on Monday.",
    "She said on Tuesday that the offer was fair.",
    "The minister should resign before Christmas.",
    "The shop opens at ten every Saturday.",
    "The vote had been expected on Friday but was called off.",
    "I think we will win on Saturday.",
    "Will they meet again next week?",
    "The union is demanding that talks start on Monday.",
    "The team has not won since 2019.",
    "The plan was to open in the spring of 2024.",
    "The two sides will not meet on Friday.",
    "The festival would have opened on Friday.",
    "The man is alleged to have threatened his neighbour on Saturday.",
    "The summit that was to be held in Budapest in October never happened.",
    "He should have resigned last year.",
    "The government has ruled out an early election next spring.",
    "The festival, which was due to take place on Saturday, has been cancelled.",
    "If it does not rain by Friday, farmers will have to irrigate.",
    "We do not know when they will return.",
    "Many fear that prices will rise next year.",
    '"I hope we can open in the summer," the head teacher said.',
    "The company had planned to open the plant in 2024.",
    "As expected, Norway won on Wednesday.",
    "The conference in Boston next week has been called off.",
    "Ministers are considering a ban from 2027.",
    "Had they won on Saturday, they would have topped the table.",
    "Shops close at 10 p.m. every weekday.",
    "Applications must be received within three weeks of the notice.",
    "The deadline passed on November 1.",
    "The 20-point plan was presented on September 29.",
    "You can apply until March 1 each year.",
    "The law requires companies to report breaches within 72 hours.",
    "He denied being in London on June 12.",
    "The court heard that he would visit her every Sunday.",
    "In 1989 the wall came down.",
    "The minister denied that an election would be held in May.",
    "Nobody expected the bridge to open in 2024.",
    "She was expected to arrive on Monday but never did.",
    "The strike planned for Friday was averted after a late deal.",
    "Critics say the government could fall by Christmas.",
    "What happens on Friday?",
    "Sources said he may have left the country on Sunday.",
]

EXPECTED_NN = [
    ("Ordføraren møter dei tilsette fredag.", "2025-11-28..2025-11-28"),
    ("Vi har avtalt eit møte måndag.", "2025-12-01..2025-12-01"),
    ("Ifølgje kommunen vil arbeida kunne vare til mars neste år.", "2026-03-01..2026-03-31"),
    ("Stortinget skal etter planen røyste over framlegget tysdag.", "2025-12-02..2025-12-02"),
    ("Rettssaka startar i mars neste år.", "2026-03-01..2026-03-31"),
    ("Det er venta at kommunen opnar brua att måndag.", "2025-12-01..2025-12-01"),
    ("Fristen går ut 9. desember.", "2025-12-09..2025-12-09"),
    ("Partane møtest på nytt fredag.", "2025-11-28..2025-11-28"),
    ("Lova tek til å gjelde 1. januar.", "2026-01-01..2026-01-01"),
    ("I neste veke kjem rapporten.", "2025-12-01..2025-12-07"),
    ("Stormen når Sunnmøre laurdag kveld.", "2025-11-29..2025-11-29"),
    ("Det blir kaldt denne veka.", "2025-11-26..2025-11-30"),
    ("Dei siste kampane blir spelte så seint som 6. desember.", "2025-12-06..2025-12-06"),
]

NOTHING_NN = [
    "Kommunen har sekretariatet i samarbeidet dette halvåret.",
    "Saka er basert på ein artikkel i bladet fredag.",
    "Viss partane ikkje vert samde, blir det streik frå måndag.",
    "Konserten laurdag er avlyst.",
    "Han skal ha reist til Spania i helga.",
    "Eg trur Brann vinn i morgon.",
    "Vedtaket vart gjort tysdag.",
    "Ho kjem ikkje attende i år.",
    "Dei auka kapasiteten i fjor.",
    "Ho er ikkje blant dei som ønskjer å stille til val neste år.",
]


def windows_of(sentence: str, language: str) -> list[str]:
    reading = read_article(sentence, published=PUBLISHED, language=language)
    return [span(each.window.start, each.window.end) for each in reading.follow_ups if each.window]


def span(start: datetime | None, end: datetime | None) -> str:
    first = "-" if start is None else str(start.date())
    last = "-" if end is None else str((end - timedelta(minutes=1)).date())
    return f"{first}..{last}"


def rows(pairs: list[tuple[str, str]], language: str) -> list[tuple[str, str, str]]:
    return [(language, sentence, window) for sentence, window in pairs]


@pytest.mark.parametrize(
    ("language", "sentence", "window"),
    rows(EXPECTED_NB, "nb") + rows(EXPECTED_NN, "nn") + rows(EXPECTED_EN, "en"),
)
def test_what_a_sentence_expects_is_found_with_its_window(
    language: str, sentence: str, window: str
) -> None:
    assert windows_of(sentence, language) == [window]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nb", each) for each in NOTHING_NB]
    + [("nn", each) for each in NOTHING_NN]
    + [("en", each) for each in NOTHING_EN],
)
def test_what_a_sentence_does_not_expect_is_left_alone(language: str, sentence: str) -> None:
    assert windows_of(sentence, language) == []


def facts_of(sentence: str, language: str) -> list[str]:
    reading = read_article(sentence, published=PUBLISHED, language=language)
    return [span(each.window.start, each.window.end) for each in reading.timeline if each.window]


@pytest.mark.parametrize(
    ("language", "sentence", "window"), rows(FACTS_NB, "nb") + rows(FACTS_NN, "nn")
)
def test_what_a_sentence_dates_is_found_with_its_window(
    language: str, sentence: str, window: str
) -> None:
    assert facts_of(sentence, language) == [window]


@pytest.mark.parametrize(
    "sentence",
    [
        "Utgiftene gikk ned med 2 milliarder sammenlignet med i fjor.",
        "Det er under halvparten av resultatet i samme periode i fjor.",
        "Selskapet la fram en rapport for tredje kvartal.",
        "Finalen skulle ha vært spilt i fjor.",
        "Fristen har vært 3. desember.",
        "Støttegruppen etter 22. juli sto utenfor tinghuset.",
        "Han har bedt mannskapet forberede båten allerede fredag morgen.",
    ],
)
def test_what_a_sentence_compares_or_is_about_dates_nothing(sentence: str) -> None:
    assert facts_of(sentence, "nb") == []


@pytest.mark.parametrize(
    "heading",
    ["Dette er spilleprogrammet:", "Kvartfinalene spilles slik:", "Kampene går som følger:"],
)
def test_the_days_under_the_heading_of_a_programme_are_to_come(heading: str) -> None:
    text = f"{heading}\nOnsdag: Vik – Nes (1).\nTirsdag: Dal – Moen (2)."
    assert windows_of(text, "nb") == ["2025-11-26..2025-11-26", "2025-12-02..2025-12-02"]


def test_what_was_called_off_yesterday_leaves_the_same_day_of_next_week_alone() -> None:
    text = "Onsdag ble kampen mellom Vik og Nes avlyst. Nes spiller mot Dal onsdag."
    reading = read_article(text, published=PUBLISHED + timedelta(days=1), language="nb")
    assert [each.title for each in reading.follow_ups] == ["Nes spiller mot Dal"]


def test_two_days_apart_are_two_and_two_in_a_row_are_one_span() -> None:
    assert windows_of("Tollen øker 1. desember og 15. januar.", "nb") == [
        "2025-12-01..2025-12-01",
        "2026-01-15..2026-01-15",
    ]
    assert windows_of("Partene møtes torsdag og fredag.", "nb") == ["2025-11-27..2025-11-28"]


def test_the_figures_of_a_quarter_are_told_when_they_are_shown() -> None:
    sentence = "En rapport for tredje kvartal 2025 vil bli offentliggjort 4. desember."
    assert windows_of(sentence, "nb") == ["2025-12-04..2025-12-04"]
    assert facts_of(sentence, "nb") == []


def test_an_hour_alone_is_of_the_day_of_the_sentence_before() -> None:
    text = "Årsmøtet holdes fredag. Dørene åpner klokken 10."
    assert windows_of(text, "nb") == ["2025-11-28..2025-11-28"] * 2


def test_an_hour_alone_is_today_where_the_day_before_it_was_of_what_has_been() -> None:
    text = "Streiken ble varslet mandag. Møtet begynner klokken 16."
    assert windows_of(text, "nb") == ["2025-11-26..2025-11-26"]


def test_what_one_drops_that_day_leaves_what_others_do_then_alone() -> None:
    text = (
        "Partiene i Vik fortsetter samtalene om neste års budsjett fredag.\n"
        "Lederen dropper en reise til Nes fredag, der hun skulle holde tale for partiene i nord."
    )
    assert windows_of(text, "nb") == ["2025-11-28..2025-11-28"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "She's expected to speak Friday."),
        ("en", "They're due to meet on Friday."),
        ("en", "He's to be sentenced Friday."),
        ("en", "The judge set a Nov. 28 hearing."),
        ("en", "The judge moved the Nov. 27 hearing to Nov. 28."),
        ("nb", "Klubben flyttet torsdagens kamp til fredag."),
    ],
)
def test_the_day_that_something_is_set_for_or_moved_to_is_expected(
    language: str, sentence: str
) -> None:
    assert windows_of(sentence, language) == ["2025-11-28..2025-11-28"]
    assert facts_of(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The judge postponed the Oct. 13 hearing."),
        ("nb", "Klubben utsatte lørdagens kamp."),
    ],
)
def test_the_day_that_something_is_moved_from_dates_nothing(language: str, sentence: str) -> None:
    assert windows_of(sentence, language) == []
    assert facts_of(sentence, language) == []


@pytest.mark.parametrize(
    "sentence",
    ["He is suspected of killing a man on Monday.", "He's been charged with robbing it on Monday."],
)
def test_what_somebody_is_accused_of_has_been(sentence: str) -> None:
    assert windows_of(sentence, "en") == []
    assert facts_of(sentence, "en") == ["2025-11-24..2025-11-24"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "Brannen utbrøt mandag."),
        ("nb", "Gjerningsmannen stakk av mandag."),
        ("nb", "Lagets beste løper sviktet mandag."),
        ("nn", "Båten forsvann måndag."),
        ("en", "The ferry sank on Monday."),
    ],
)
def test_strong_verbs_of_the_past_are_known(language: str, sentence: str) -> None:
    assert facts_of(sentence, language) == ["2025-11-24..2025-11-24"]
