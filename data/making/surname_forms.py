# SPDX-License-Identifier: EUPL-1.2
"""Makes the list of Dutch surnames that are formed from stems and endings.

    python data/making/surname_forms.py data/lists/names/last/dutch_formed.txt

Dutch surnames follow a few patterns: Frisian places and fathers (-stra, -sma, -inga, -ema), Saxon
farms (-ink, -ing), sons (-s, -se, -sen), people of a place or trade (-man, -mans), and farms and
fields (Achter+berg, Olden+kamp). Not every form exists; one that nobody bears does no harm.
"""

import sys
from pathlib import Path

STRA = """Ael Berg Bloem Boon Bos Bouw Braam Broek Brug Camp Dam Damm Del Dijk Dool Douw Eek Eind Elg Feen Haan Hall
Haven Heem Heg Hem Hiem Hil Hoek Hof Holt Hoog Hooi Horn Jong Kamp Kerk Klooster Kooi Kool Koorn Koot Kuik Land Leen Lem
Lind Loon Meer Mer Meul Molen Nes Nij Oor Oost Osing Over Pit Ploeg Poel Post Reid Ried Rietstra Rijp Rood Roor Schaaf
Sloot Slui Spoel Sted Steen Stel Stien Swier Ter Terp Toorn Tuin Veen Vel Veld Vliet Wal Wapen Weid Werf West Wiel Wier
Wijk Wijn Woud Zand Zeil Zein Zijl Zuid Zwaag"""
SMA = """Aar Beer Berg Bij Bijl Blank Bloem Boor Bor Bot Bou Brand Broer Bruin Buur Damm Douwe Eis Elger Feit Fokke
Folkert Geert Ger Gerrit Haag Haak Haar Hait Har Haring Hel Hendrik Hie Hob Hof Hol Horn Hout Huit Jaar Jan Jel Jelger
Jen Jong Jor Jorrit Kal Kei Klijn Kroon Kuinder Lant Loot Lyk Mein Meindert Munnik Nij Oep Oud Pal Papp Pie Pit Post
Rein Reit Ried Riemer Roel Roo Schaaf Sib Siet Sij Sikke Sip Sjoerd Sol Steen Struik Swart Sytze Taek Tal Tam Teen Terp
Thij Tjeerd Tol Torn Tuin Veen Wal Wester Wie Wier Wijt Wild Wind Woud Wybe Zand Zoet Zui Zuider"""
INGA = """Aden Andr Bos Bronn Bunn Bust Buur Eis Els Elz Feer Ferw Fokk Garr Gosl Gron Hamm Hatt Heer Hell Hett Hoit
Hoom Hopp Hott Hov Huiz Id Idsin Iem Jeen Jell Kamm Kats Keun Kru Kuiz Lant Lett Lol Look Lutt Mart Mell Men Munt Nann
Niem Num Offr Opp Os Over Penn Plant Poort Reg Rens Riem Roel Rom Roord Scher Schuur Siben Sikk Sjuk Stavenga Stell
Stoel Sull Swier Tamm Tep Tes Tjall Tjass Tob Uil Vis Wall Wer Wess Wiel Wier Wijben Wijmen Wold Wyt Zeil Zuid Zwierz"""
EMA = """Aald Ak Alk Ank Ann Ap Auk Bak Balk Bark Bekk Beuk Boek Bonn Both Bott Broek Buik Dat Dijk Douw Ebb Eek Eg
Enn Epp Feenst Fokk Gal Geert Hark Hell Herr Hett Hidd Hielk Hoeks Huit Iw Jell Juk Kamp Kerk Kloos Koll Leng Look Meeu
Mell Mied Minn Moll Nicol Noord Obb Oen Okk Oos Ott Pap Pett Popp Post Reen Reits Renk Rens Rijpk Ring Ritz Roelfs Rooz
Roz Scholt Schuit Sietz Sikk Sinn Sipk Smed Spijk Stell Stiek Tad Tak Timm Tjep Tjerk Tolk Ubb Uk Valk Veld Ven Venn Voll
Vriez Waard Weer Wek Wiers Wierts Wiest Wijm Wolth Yb Yd Zijl Zuid"""
INK = """Aals Abb Alf Ass Beern Benn Berend Bess Boo Broek Brugg Buss Damh Deel Derk Dunn Ebb Eg Egg Elfer Engelbert
Ensch Ess Ever Frie Gar Geerd Gees Geur Grev Groen Had Ham Hann Harm Hass Hatt Hebb Hemm Hen Hess Hesse Heuv Hidd Hof
Hoit Holt Huis Hul Hull Hum Jal Jann Jol Kemp Klum Kol Kot Kotter Lans Leferin Lens Lent Leus Lief Lubber Luss Maalder
Mar Markel Mee Meier Menn Mens Messe Meul Morr Morss Nibbe Nies Noord Obb Oon Oord Over Penn Plu Rat Reim Reinder Rem
Rens Res Reur Ribb Roel Roes Roll Ros Rot Ruess Sander Semme Sieme Siever Simme Sla Smee Snoe Stege Stro Sur Teer Temm
Tij Timm Tuss Uf Velds Velt Venn Ves Voll Volker Vrie Waan Wan Wass Week Weer Welm Wen Wess Wester Wiefer Wil Wilm Wins
Wiss Wolter Wulf Zenger"""
ING = """Abb Alber Bann Bekk Bern Beuv Boel Bols Brun Bruun Corn Crull Dal Deul Dev Dolf Eb Ebb Eef Egg Eis Elf Ens
Evers Fleur Frie Gel Gerl Grav Haver Hemm Henn Hess Heuv Hidd Hiet Hoit Horl Horst Hov Huit Huiz Jac Jans Joh Jol Kall
Keun Kok Kols Kort Korv Kuil Lamm Len Lent Lub Luk Mann Mei Meij Meijer Menn Ment Mull Nien Noord Oost Ott Ov Rog Rol Ros
San Sant Schill Schott Schuil Schult Sell Sikk Stroot Swav Teel Tonk Veen Ven Vreel Vriel Wens Wessel Westr Wevel Wic
Wiel Wils Wiss Zant Zwer"""
FATHERS = """Aalbert Aart Abel Abraham Adam Adriaan Albert Alexander Allard Andries Anton Arend Arie Arnoud August
Barend Bart Bartel Bastiaan Berend Bernard Bert Boudewijn Bruin Carel Casper Christiaan Claas Claes Clemens Coen Cornelis
Daan Daniel David Derk Diederik Dirk Douwe Driek Eelke Egbert Engel Engelbert Ernst Evert Ferdinand Filip Flip Floris
Folkert Frans Frederik Geert Geerling Gerard Gerbrand Gerlof Gerrit Geurt Gijsbert Gillis Goos Govert Hans Harm Hein
Hendrik Henk Herman Hessel Hilbrand Hubert Huibert Huig Isaac Jacob Jan Jasper Jelle Jeroen Jochem Johan Joost Jord Joris
Jozef Jurrian Karel Karst Kasper Klaas Koen Koert Kors Krijn Lambert Lammert Laurens Leendert Leonard Lodewijk Louwer
Lubbert Lucas Luit Maarten Machiel Marcel Marinus Mark Marten Martin Matthijs Maurits Meindert Melchior Mertin Michiel
Nicolaas Olivier Otto Paulus Peter Philip Pieter Pouwel Quirijn Reijer Rein Reinder Rembrand Robbert Roelof Rombout Rutger
Samuel Sander Servaas Siebrand Siebren Sijbrand Sijmen Simon Stefan Steven Stoffel Teunis Thijs Thomas Tijmen Tjaart
Tobias Ulrich Valentijn Victor Vincent Volkert Walraven Walter Warner Wessel Wiebe Wigger Wijnand Willem Wolter Wouter
Zacharia Zeger"""
MAN = """Aal Acker Akker Appel Baan Bakker Berg Berk Beuke Biele Bloem Boer Bolder Bonge Boom Bos Boter Bouw Braak Brink
Broek Brug Bruns Buiten Buurt Daal Dal Dijk Dril Duin Ebbe Eijk Eike Engel Esch Flier Geel Goed Graaf Groen Haar Hage Hard
Hart Haver Heem Heide Heij Hek Hele Hemel Hengel Hof Hol Holter Hoog Hooi Horst Hout Huis Hul Hulse Kamer Kamp Kar Kelder
Kerk Klein Klooster Koe Kooi Kool Koop Kort Kraan Krom Kruis Kuip Laar Land Lange Leeuwe Licht Linde Loo Looij Luite Maat
Markt Meule Modder Moer Nieuw Noord Olde Oost Oude Paal Plas Poel Pol Poort Rade Reij Riet Roe Rooij Rot Ruiter Schaap
Scheper Schip Schol Schop Schot Schuur Slag Sloot Sluis Speel Spek Spiek Spijker Staal Steeg Steen Stege Stok Straat Stuur
Suur Teeke Tempel Tere Thiele Tichel Tiele Toren Tuin Veen Veld Velt Vlas Voor Vree Waard Wal Water Weg Weij Wester Wijs
Wilde Wind Winkel Wolte Wouter Zand Zee Zeil Zomer Zuider Zwager"""
FIRST_HALVES = """Achter Berken Beuken Bloemen Boschen Boven Breed Brink Broek Buiten Dijken Doorn Duinen Eiken Elzen
Essen Goud Groen Groene Groten Haver Heiden Hoge Hogen Holt Hooge Hoogen Kalver Kamper Kerk Klein Korten Kouwen Kraaijen
Kranen Kruijs Lange Langen Leeuwen Linden Meulen Middel Mole Molen Moolen Nieuwen Noord Noorder Olden Ooster Oosten Oudt
Over Rave Raven Rijken Roden Roo Rosen Rozen Schone Schoon Schouwen Slagen Spie Steen Stolken Swanen Uiter Valken Veen
Velt Vijver Vleuten Vogel Voorden Voren Vossen Waarden Warmen Wassen Water Weiden Wester Witten Wolfs Woud Wouden Zanden
Zeven Zuider Zwanen"""
SECOND_HALVES = """berg bergen bosch brink broek burg daal dam dijk haar hoek hof horst huis huizen kamp laar meer stein
straten veen veld veldt woude hout"""
SHORTEST, LONGEST = 5, 16


def surnames() -> list[str]:
    """All forms, sorted; no letter three times in a row."""
    formed: set[str] = set()
    for stems, ending in ((STRA, "stra"), (EMA, "ema"), (INK, "ink"), (ING, "ing"), (INGA, "inga")):
        formed.update(stem if stem.endswith((ending, "enga")) else stem + ending for stem in stems.split())
    formed.update(stem + ("ma" if stem.endswith("s") else "sma") for stem in SMA.split())
    for father in FATHERS.split():
        formed.update({father, father + "se", father + "sen"} if father.endswith("s") else sons(father))
    formed.update(stem + ending for stem in MAN.split() for ending in ("man", "mans"))
    formed.update(first + second for first in FIRST_HALVES.split() for second in SECOND_HALVES.split())
    return sorted(filter(is_plausible, formed), key=lambda name: (name.casefold(), name))


def sons(father: str) -> set[str]:
    return {father + ending for ending in ("s", "se", "sen")}


def is_plausible(name: str) -> bool:
    tripled = any(vowel * 3 in name.lower() for vowel in "aeiou")
    return SHORTEST <= len(name) <= LONGEST and not tripled


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("\n".join(surnames()) + "\n", encoding="utf-8")
