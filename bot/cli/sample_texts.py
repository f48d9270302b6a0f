"""The texts of the sample calendar: an invented candle maker of Montréal, in French and English."""

from dataclasses import dataclass
from datetime import time

from bot.domain.posts import PostKind
from bot.domain.strategy import Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    name: str
    detail: str
    detail_fr: str
    image_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A regular place in the week. *usual_reach* is a number of people, *usual_rate* engagements per person."""

    weekday: int
    clock: time
    platform: Platform
    kind: PostKind
    owner_id: str
    title: str
    text: str
    usual_reach: int
    usual_rate: float


PRODUCTS = (
    Product(
        name="Nuit boréale",
        detail="fir needles and cold smoke",
        detail_fr="aiguilles de sapin et fumée froide",
        image_text="Une bougie bleu nuit sur un rebord de fenêtre enneigé",
    ),
    Product(
        name="Verger",
        detail="apple peel, hay and a little honey",
        detail_fr="pelure de pomme, foin et un peu de miel",
        image_text="Une bougie ambrée entre deux pommes rouges",
    ),
    Product(
        name="Atelier",
        detail="cedar shavings and warm wax",
        detail_fr="copeaux de cèdre et cire chaude",
        image_text="Des mains versent de la cire dans un pot de verre",
    ),
    Product(
        name="Plein fleuve",
        detail="wet stone, salt and juniper",
        detail_fr="pierre mouillée, sel et genévrier",
        image_text="Une bougie grise devant le fleuve, au petit matin",
    ),
    Product(
        name="Grand-mère",
        detail="starch, lavender and clean linen",
        detail_fr="amidon, lavande et linge propre",
        image_text="Une pile de draps blancs et une bougie lavande",
    ),
    Product(
        name="Feu doux",
        detail="birch bark, vanilla and ember",
        detail_fr="écorce de bouleau, vanille et braise",
        image_text="Une flamme basse dans une pièce sombre",
    ),
)

ENGLISH = frozenset({Platform.LINKEDIN, Platform.BLOG})

WEEKS = (
    (
        "The first frost came on Tuesday and the kettle room fogged up, so every lid was tied by hand; Dan has counted the ribbons twice and we are still two short.",
        "Le premier gel est venu mardi, la salle des chaudrons s’est embuée et chaque couvercle a été noué à la main ; Dan a compté les rubans deux fois, il en manque deux.",
    ),
    (
        "A parcel went to Rimouski and came back with a drawing in it: a cat, a window, one of our jars. It hangs over the scales now, and nobody may move it.",
        "Un colis est parti à Rimouski et il est revenu avec un dessin : un chat, une fenêtre, un de nos pots. Il est accroché au-dessus des balances, défense d’y toucher.",
    ),
    (
        "We lost the power for an hour and poured by lamplight. Eleven jars set crooked, all sold within the day; somebody asked whether we could do it again on purpose.",
        "Une heure sans courant, à verser à la lueur des lampes. Onze pots ont pris de travers, tous vendus dans la journée ; on nous a demandé de recommencer exprès.",
    ),
    (
        "Chloé has been photographing steam for three mornings. There is one good picture, it is out of focus, and all of us would like it on the wall at home.",
        "Chloé photographie la vapeur depuis trois matins. Il y a une bonne image, elle est floue, et chacune de nous la voudrait sur son mur, à la maison.",
    ),
    (
        "Neighbours brought back ninety empty glasses in a wheelbarrow. They are washed, dried, and lined up along the stairs, which makes going up a question of balance.",
        "Des voisins ont rapporté quatre-vingt-dix verres vides en brouette. Lavés, séchés, ils longent l’escalier : monter est devenu une affaire d’équilibre.",
    ),
    (
        "The market hall is cold and kind. Bob sells in mittens, makes change in three languages, and has promised soup to whoever guesses the weight of the big one.",
        "Le marché couvert est froid et gentil. Bob vend en mitaines, rend la monnaie en trois langues et promet la soupe à qui devine le poids de la plus grosse.",
    ),
    (
        "Short days, long queues, and a bell on the door that sticks at G sharp. We will oil it in January; until then it tells us that one more of you has come in.",
        "Jours courts, files longues, et à la porte une clochette coincée sur sol dièse. On l’huilera en janvier ; d’ici là, elle dit que quelqu’un de plus est entré.",
    ),
)
"""What each week of the sample is about, in English and French: no two of its posts say the same."""

SLOTS = (
    Slot(
        weekday=0,
        clock=time(10),
        platform=Platform.INSTAGRAM,
        kind=PostKind.STORY,
        owner_id="UCHLOE",
        title="Dans l’atelier : {product}",
        text="Aujourd’hui on verse {product} : {detail_fr}. Trente-six pots, un seul mélange, et une radio qui grésille. Vous préférez la regarder prendre ou la sentir ?",
        usual_reach=4200,
        usual_rate=0.052,
    ),
    Slot(
        weekday=1,
        clock=time(12),
        platform=Platform.FACEBOOK,
        kind=PostKind.PROMOTION,
        owner_id="UAMY",
        title="Offre de la semaine : {product}",
        text="Jusqu’à dimanche, deux {product} pour le prix d’une et demie, en boutique rue Saint-Denis et en ligne. Le code est au fond du sac de la dernière fois.",
        usual_reach=3100,
        usual_rate=0.027,
    ),
    Slot(
        weekday=2,
        clock=time(9),
        platform=Platform.LINKEDIN,
        kind=PostKind.NEWS,
        owner_id="UBOB",
        title="How we make {product}",
        text="Six people, one kettle. {product} took us eleven trials before {detail} smelled like a place and not like a shelf. What we learned from trial seven is in the comments.",
        usual_reach=1800,
        usual_rate=0.041,
    ),
    Slot(
        weekday=2,
        clock=time(18),
        platform=Platform.INSTAGRAM,
        kind=PostKind.QUESTION,
        owner_id="UCHLOE",
        title="Question du soir : {product}",
        text="{product}, c’est {detail_fr}. Dans quelle pièce l’allumeriez-vous ? Les trois plus belles réponses reçoivent un petit pot.",
        usual_reach=3800,
        usual_rate=0.071,
    ),
    Slot(
        weekday=3,
        clock=time(11),
        platform=Platform.BLOG,
        kind=PostKind.BLOG,
        owner_id="UDAN",
        title="Field notes: {product}",
        text="Where {detail} come from, who gathers them, and why we only make {product} in the cold months. Four minutes to read, with a map.",
        usual_reach=900,
        usual_rate=0.033,
    ),
    Slot(
        weekday=3,
        clock=time(17),
        platform=Platform.FACEBOOK,
        kind=PostKind.QUESTION,
        owner_id="UAMY",
        title="Vous choisissez : {product} ?",
        text="On ne refera qu’une seule bougie de l’an dernier. {product}, oui ou non ? Dites-nous aussi à qui vous l’offririez.",
        usual_reach=2900,
        usual_rate=0.049,
    ),
    Slot(
        weekday=4,
        clock=time(15),
        platform=Platform.LINKEDIN,
        kind=PostKind.RECRUITING,
        owner_id="UBOB",
        title="A Friday with the team: {product}",
        text="Fridays we test. Today Ines lit {product} in five rooms and we argued about {detail} until four. We are looking for one more nose, part time, no diploma needed.",
        usual_reach=1500,
        usual_rate=0.036,
    ),
    Slot(
        weekday=5,
        clock=time(11),
        platform=Platform.INSTAGRAM,
        kind=PostKind.CONTEST,
        owner_id="UCHLOE",
        title="Concours du samedi : {product}",
        text="Une photo de votre table de chevet, un mot sur {detail_fr}, et {product} est peut-être à vous. Règlement en bio, tirage mardi à midi.",
        usual_reach=5200,
        usual_rate=0.083,
    ),
)
"""Eight places a week. Long lines are whole texts of posts."""
