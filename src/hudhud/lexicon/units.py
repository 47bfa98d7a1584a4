"""What numbers are measured in: money, shares, lengths, weights, time."""

from types import MappingProxyType

__all__ = ["AGE_NOUNS", "CURRENCY_CODES", "CURRENCY_NOUNS", "CURRENCY_SIGNS", "MEASURES", "SHARES", "TIME_UNITS"]

CURRENCY_SIGNS = frozenset("$£€¥₹₽₴₪₺₩฿₦₱")
CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY CHF CNY RMB INR RUB UAH ILS TRY AUD CAD NZD HKD SGD SEK NOK DKK PLN LYD SYP IQD YER SDG "
    "EGP SAR AED QAR KWD BHD OMR JOD LBP PKR AFN IRR NGN KES ETB ZAR XOF XAF MYR THB IDR PHP BRL MXN RM Rs "
    "Rs. US A C HK S NZ AU CA KRW TWD VND R".split()
)
"""Codes and letters that may stand before an amount (`RM23.50`, `US$5`, `HK $3`); in capitals as listed."""

CURRENCY_NOUNS = frozenset(
    "dollar dollars euro euros pound pounds sterling yen yuan renminbi rupee rupees rouble roubles ruble "
    "rubles hryvnia hryvnias shekel shekels lira liras dinar dinars dirham dirhams riyal riyals rial rials "
    "franc francs krona kronor krone kroner crowns naira shilling shillings birr afghani afghanis cent cents "
    "pence pesos peso ringgit baht rand won rupiah sen kn zloty zlotys".split()
)
SHARES = frozenset("% percent pc percentage pct ‰".split())

TIME_UNITS = MappingProxyType(
    {
        word: unit
        for unit, words in {
            "second": "second seconds sec secs",
            "minute": "minute minutes min mins",
            "hour": "hour hours hr hrs",
            "day": "day days",
            "night": "night nights",
            "week": "week weeks fortnight fortnights weekend weekends",
            "month": "month months",
            "season": "season seasons quarter quarters semester semesters",
            "year": "year years yr yrs",
            "decade": "decade decades",
            "century": "century centuries",
        }.items()
        for word in words.split()
    }
)
"""Units of time: numbers with them are durations, or ages."""

AGE_NOUNS = frozenset("year month week day".split())

MEASURES = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles mi metre metres meter meters m cm mm "
    "centimetre centimetres centimeter centimeters millimetre millimetres foot feet ft inch inches yard yards "
    "yds nm nautical hectare hectares ha acre acres sq square cubic kg kgs kilogram kilograms kilo kilos "
    "kilogramme kilogrammes gram grams g mg tonne tonnes ton tons pound pounds lb lbs ounce ounces oz litre "
    "litres liter liters l ml gallon gallons barrel barrels bpd mph kph kmh knots degrees degree ° celsius "
    "fahrenheit mw gw kw kwh mwh gwh watts kilowatts megawatts gigawatts volts hz khz mhz ghz rpm mpg psi ksi "
    "mpa bar pixels mp gb tb mb km2 m2 km² m² decibels db kilobytes megabytes gigabytes terabytes calories "
    "kilotons megatons".split()
)
