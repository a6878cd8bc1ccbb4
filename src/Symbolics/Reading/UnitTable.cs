using System.Collections.Frozen;
using System.Numerics;

namespace Symbolics;

/// <summary>What a unit measures, as powers of base units in alphabetical order, and how many of them it holds.</summary>
internal readonly record struct UnitSize(string Dimension, Rational Scale);

/// <summary>Names of units. A year and a month have no fixed length in days, so they convert into nothing.</summary>
internal static class UnitTable
{
    private static readonly FrozenDictionary<string, UnitSize> s_units = Units().ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(string word) => word.Length > 1 && (s_units.ContainsKey(word) || word is "mph" or "kmph" or "kph");

    /// <summary>The size of one unit or of a product of units; null for a word that is none.</summary>
    public static UnitSize? Find(string unit) => s_units.TryGetValue(unit, out var found) ? found : UnitProduct.Parse(unit);

    /// <summary>The size of a unit with a name of its own.</summary>
    public static UnitSize? Named(string name) => s_units.TryGetValue(name, out var found) ? found : null;

    private static Dictionary<string, UnitSize> Units()
    {
        var units = new Dictionary<string, UnitSize>();
        Add("length", 1, 1, "m", "meter", "meters", "metre", "metres", "米");
        Add("length", 1, 100, "cm", "centimeter", "centimeters", "centimetre", "centimetres", "厘米");
        Add("length", 1, 1000, "mm", "millimeter", "millimeters", "millimetre", "millimetres", "毫米");
        Add("length", 1, 10, "dm", "decimeter", "decimeters", "分米");
        Add("length", 1000, 1, "km", "kilometer", "kilometers", "kilometre", "kilometres", "千米", "公里");
        Add("length", 1, 1_000_000, "μm", "um", "micrometer", "micrometers", "micron", "microns");
        Add("length", 1, 1_000_000_000, "nm", "nanometer", "nanometers");
        Add("length", 254, 10000, "in", "inch", "inches");
        Add("length", 3048, 10000, "ft", "foot", "feet");
        Add("length", 9144, 10000, "yd", "yard", "yards");
        Add("length", 1609344, 1000, "mile", "miles", "mi");
        Add("time", 1, 1, "s", "sec", "second", "seconds", "秒");
        Add("time", 1, 1000, "ms", "millisecond", "milliseconds");
        Add("time", 60, 1, "min", "minute", "minutes", "mins", "分钟");
        Add("time", 3600, 1, "h", "hr", "hrs", "hour", "hours", "小时", "时");
        Add("time", 86400, 1, "day", "days", "天");
        Add("time", 604800, 1, "week", "weeks", "周");
        Add("year", 1, 1, "year", "years", "yr", "yrs", "年");
        Add("month", 1, 1, "month", "months", "个月");
        Add("mass", 1, 1, "g", "gram", "grams", "克");
        Add("mass", 1000, 1, "kg", "kilogram", "kilograms", "千克", "公斤");
        Add("mass", 1, 1000, "mg", "milligram", "milligrams", "毫克");
        Add("mass", 1_000_000, 1, "tonne", "tonnes", "吨");
        Add("mass", 45359237, 100000, "lb", "lbs", "pound", "pounds");
        Add("mass", 45359237, 1600000, "oz", "ounce", "ounces");
        Add("length^3", 1, 1000, "L", "l", "liter", "liters", "litre", "litres", "升");
        Add("length^3", 1, 1_000_000, "mL", "ml", "milliliter", "milliliters", "millilitre", "millilitres", "毫升");
        Add("money", 1, 1, "$", "dollar", "dollars", "usd", "USD");
        Add("money", 1, 100, "cent", "cents", "¢");
        Add("angle", 1, 1, "°", "degree", "degrees", "deg", "度");
        Add("current", 1, 1, "A", "ampere", "amperes", "amps");
        Add("current", 1, 1000, "mA");
        Add("temperature", 1, 1, "K", "kelvin", "Kelvin");
        Add("amount", 1, 1, "mol", "mole", "moles");
        Add("amount", 1, 1000, "mmol");
        Add("amount length^-3", 1000, 1, "M");
        Add("amount length^-3", 1, 1, "mM");
        Add("time^-1", 1, 1, "Hz", "hertz");
        Add("time^-1", 1000, 1, "kHz");
        Add("time^-1", 1_000_000, 1, "MHz");
        Add("time^-1", 1_000_000_000, 1, "GHz");
        // Mass counts in grams, so a newton holds a thousand.
        Add("length mass time^-2", 1000, 1, "N", "newton", "newtons", "Newtons");
        Add("length mass time^-2", 1_000_000, 1, "kN");
        Add("length^2 mass time^-2", 1000, 1, "J", "joule", "joules", "Joules");
        Add("length^2 mass time^-2", 1_000_000, 1, "kJ");
        Add("length^2 mass time^-2", 1_000_000_000, 1, "MJ");
        Add("length^2 mass time^-2", 1, 10_000, "erg", "ergs");
        Add("length^2 mass time^-2", 4184, 1, "cal");
        Add("length^2 mass time^-2", 4_184_000, 1, "kcal");
        Add("length^2 mass time^-3", 1000, 1, "W", "watt", "watts");
        Add("length^2 mass time^-3", 1, 1, "mW");
        Add("length^2 mass time^-3", 1_000_000, 1, "kW");
        Add("length^2 mass time^-3", 1_000_000_000, 1, "MW");
        Add("length^-1 mass time^-2", 1000, 1, "Pa", "pascal", "pascals");
        Add("length^-1 mass time^-2", 1_000_000, 1, "kPa");
        Add("length^-1 mass time^-2", 1_000_000_000, 1, "MPa");
        Add("length^-1 mass time^-2", 101_325_000, 1, "atm");
        Add("current time", 1, 1, "C", "coulomb", "coulombs");
        Add("current^-1 length^2 mass time^-3", 1000, 1, "V", "volt", "volts");
        Add("current^-1 length^2 mass time^-3", 1, 1, "mV");
        Add("current^-2 length^2 mass time^-3", 1000, 1, "Ω", "ohm", "ohms");
        units["eV"] = new("length^2 mass time^-2", new Rational(1602176634, BigInteger.Pow(10, 25)));
        units["keV"] = new("length^2 mass time^-2", new Rational(1602176634, BigInteger.Pow(10, 22)));
        units["MeV"] = new("length^2 mass time^-2", new Rational(1602176634, BigInteger.Pow(10, 19)));
        units["GeV"] = new("length^2 mass time^-2", new Rational(1602176634, BigInteger.Pow(10, 16)));
        return units;

        void Add(string dimension, long over, long under, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                units[name] = new(dimension, new Rational(over, under));
        }
    }
}
