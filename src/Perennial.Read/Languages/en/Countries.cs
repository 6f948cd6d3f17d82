using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Countries, regions and the words for their people.</summary>
internal static class Countries
{
    // Name:people, people. Where only the adjective differs it stands as well.
    private const string List =
        "Afghanistan:Afghan;Albania:Albanian;Algeria:Algerian;Andorra:Andorran;Angola:Angolan;Argentina:Argentine,Argentinian;Armenia:Armenian;"
        + "Australia:Australian;Austria:Austrian;Azerbaijan:Azerbaijani,Azeri;Bahamas:Bahamian;Bahrain:Bahraini;Bangladesh:Bangladeshi;"
        + "Barbados:Barbadian;Belarus:Belarusian;Belgium:Belgian;Belize:Belizean;Benin:Beninese;Bhutan:Bhutanese;Bolivia:Bolivian;"
        + "Bosnia:Bosnian;Bosnia and Herzegovina:;Botswana:;Brazil:Brazilian;Brunei:Bruneian;Bulgaria:Bulgarian;Burkina Faso:Burkinabe;"
        + "Burma:Burmese;Burundi:Burundian;Cambodia:Cambodian;Cameroon:Cameroonian;Canada:Canadian;Cape Verde:;Central African Republic:;"
        + "Chad:Chadian;Chile:Chilean;China:Chinese;Colombia:Colombian;Comoros:;Congo:Congolese;Costa Rica:Costa Rican;Croatia:Croatian,Croat;"
        + "Cuba:Cuban;Cyprus:Cypriot;Czech Republic:Czech;Czechia:;Denmark:Danish,Dane;Djibouti:Djiboutian;Dominica:;Dominican Republic:Dominican;"
        + "East Timor:Timorese;Ecuador:Ecuadorian;Egypt:Egyptian;El Salvador:Salvadoran;England:English;Equatorial Guinea:;Eritrea:Eritrean;"
        + "Estonia:Estonian;Eswatini:;Ethiopia:Ethiopian;Fiji:Fijian;Finland:Finnish,Finn;France:French,Frenchman;Gabon:Gabonese;Gambia:Gambian;Gaza:Gazan;"
        + "Georgia:Georgian;Germany:German;Ghana:Ghanaian;Greece:Greek;Greenland:Greenlandic,Greenlander;Grenada:Grenadian;Guatemala:Guatemalan;Guinea:Guinean;"
        + "Guinea-Bissau:;Guyana:Guyanese;Haiti:Haitian;Honduras:Honduran;Hong Kong:Hongkonger;Hungary:Hungarian;Iceland:Icelandic,Icelander;"
        + "India:Indian;Indonesia:Indonesian;Iran:Iranian;Iraq:Iraqi;Ireland:Irish,Irishman;Israel:Israeli;Italy:Italian;Ivory Coast:Ivorian;"
        + "Jamaica:Jamaican;Japan:Japanese;Jordan:Jordanian;Kazakhstan:Kazakh;Kenya:Kenyan;Kiribati:;Kosovo:Kosovar;Kuwait:Kuwaiti;"
        + "Kyrgyzstan:Kyrgyz;Laos:Laotian;Latvia:Latvian;Lebanon:Lebanese;Lesotho:;Liberia:Liberian;Libya:Libyan;Liechtenstein:;"
        + "Lithuania:Lithuanian;Luxembourg:Luxembourger;Madagascar:Malagasy;Malawi:Malawian;Malaysia:Malaysian;Maldives:Maldivian;Mali:Malian;"
        + "Malta:Maltese;Marshall Islands:;Mauritania:Mauritanian;Mauritius:Mauritian;Mexico:Mexican;Micronesia:;Moldova:Moldovan;Monaco:;"
        + "Mongolia:Mongolian;Montenegro:Montenegrin;Morocco:Moroccan;Mozambique:Mozambican;Myanmar:;Namibia:Namibian;Nauru:;Nepal:Nepali,Nepalese;"
        + "Netherlands:Dutch,Dutchman;New Zealand:New Zealander;Nicaragua:Nicaraguan;Niger:Nigerien;Nigeria:Nigerian;North Korea:North Korean;"
        + "North Macedonia:Macedonian;Northern Ireland:;Norway:Norwegian;Oman:Omani;Pakistan:Pakistani;Palau:;Palestine:Palestinian;Panama:Panamanian;"
        + "Papua New Guinea:;Paraguay:Paraguayan;Peru:Peruvian;Philippines:Philippine,Filipino;Poland:Polish,Pole;Portugal:Portuguese;"
        + "Puerto Rico:Puerto Rican;Qatar:Qatari;Romania:Romanian;Russia:Russian;Rwanda:Rwandan;Samoa:Samoan;San Marino:;Saudi Arabia:Saudi,Saudi Arabian;"
        + "Scotland:Scottish,Scot;Senegal:Senegalese;Serbia:Serbian,Serb;Seychelles:;Sierra Leone:Sierra Leonean;Singapore:Singaporean;"
        + "Slovakia:Slovak;Slovenia:Slovenian,Slovene;Solomon Islands:;Somalia:Somali;South Africa:South African;South Korea:South Korean;"
        + "South Sudan:South Sudanese;Soviet Union:Soviet;Spain:Spanish,Spaniard;Sri Lanka:Sri Lankan;Sudan:Sudanese;Suriname:Surinamese;"
        + "Sweden:Swedish,Swede;Switzerland:Swiss;Syria:Syrian;Taiwan:Taiwanese;Tajikistan:Tajik;Tanzania:Tanzanian;Thailand:Thai;Tibet:Tibetan;"
        + "Togo:Togolese;Tonga:Tongan;Trinidad and Tobago:Trinidadian;Tunisia:Tunisian;Turkey:Turkish,Turk;Türkiye:;Turkmenistan:Turkmen;Tuvalu:;"
        + "UAE:Emirati;United Arab Emirates:;Uganda:Ugandan;Ukraine:Ukrainian;UK:;U.K.:;United Kingdom:British,Briton;Britain:Brit;Great Britain:;US:;"
        + "U.S.:;USA:;U.S.A.:;United States:American;United States of America:;America:;Uruguay:Uruguayan;Uzbekistan:Uzbek;Vanuatu:;Vatican:;Venezuela:Venezuelan;"
        + "Vietnam:Vietnamese;Wales:Welsh,Welshman;West Bank:;Yemen:Yemeni;Zambia:Zambian;Zimbabwe:Zimbabwean;Crimea:Crimean;Chechnya:Chechen;Catalonia:Catalan;"
        + "Kashmir:Kashmiri;Kurdistan:Kurd,Kurdish;Siberia:Siberian;Europe:European;Asia:Asian;Africa:African;Antarctica:;Latin America:Latin American;South America:South American;"
        + "North America:North American;Middle East:;Arctic:;Balkans:;Scandinavia:Scandinavian;Caribbean:;Central America:Central American;Eastern Europe:;"
        + "Alabama:;Alaska:Alaskan;Arizona:;Arkansas:;California:Californian;Colorado:;Connecticut:;Delaware:;Florida:Floridian;Hawaii:Hawaiian;Idaho:;"
        + "Illinois:;Indiana:;Iowa:Iowan;Kansas:;Kentucky:;Louisiana:;Maine:;Maryland:;Massachusetts:;Michigan:;Minnesota:;Mississippi:;Missouri:;"
        + "Montana:;Nebraska:;Nevada:;New Hampshire:;New Jersey:;New Mexico:;New York:New Yorker;North Carolina:;North Dakota:;Ohio:Ohioan;Oklahoma:;Oregon:;"
        + "Pennsylvania:;Rhode Island:;South Carolina:;South Dakota:;Tennessee:;Texas:Texan;Utah:;Vermont:;Virginia:;West Virginia:;Wisconsin:;Wyoming:;"
        + "Ontario:;Quebec:;British Columbia:;Alberta:;Manitoba:;Nova Scotia:;New South Wales:;Queensland:;Tasmania:;Bavaria:Bavarian;Saxony:;Brittany:;Normandy:;Andalusia:;"
        + "Sicily:Sicilian;Tuscany:;Yorkshire:;Cornwall:;Punjab:Punjabi;Bengal:Bengali;Donbas:;Donetsk:;Luhansk:;Transnistria:;Abkhazia:;Nagorno-Karabakh:;Darfur:;Tigray:Tigrayan";

    private const string OtherGroups =
        "Arab Jewish Jew Muslim Christian Catholic Protestant Hindu Sikh Buddhist Sunni Shiite Shia Hispanic Latino Latina Republican Democrat Democratic Tory Conservative "
        + "Labour Liberal Nazi Communist Socialist Western Westerner Uyghur Uighur Rohingya Houthi Taliban Roma Inuit Maori Basque Kurdish African-American Asian-American Mexican-American "
        + "Evangelical Islamist Marxist Zionist Parisian Londoner Berliner Muscovite Brexiteer Palestinian Native-American Cossack Tatar Yazidi Druze Alawite Orthodox";

    private static readonly FrozenDictionary<string, string> ByPeople = PeoplesByCountry();

    private static readonly FrozenSet<string> Groups = OtherGroups.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word names a people or another group, one of them or several.</summary>
    public static bool IsPeople(string word) => Groups.Contains(PeopleOf(word)) || ByPeople.ContainsKey(PeopleOf(word));

    /// <summary>A people's name for one of them: "Russian" for "Russians".</summary>
    public static string PeopleOf(string word) =>
        word.Length > 4 && word[^1] == 's' && (ByPeople.ContainsKey(word[..^1]) || Groups.Contains(word[..^1]))
            ? word[..^1]
            : word;

    /// <summary>The country or region of a people; <see langword="null"/> for an unknown one.</summary>
    public static string? HomeOf(string people) => ByPeople.GetValueOrDefault(PeopleOf(people));

    /// <summary>The code of a country by one of its names, in ISO 3166-1; <see langword="null"/> for what is none.</summary>
    public static string? CodeOf(string name) =>
        Places.Shared.Find(Places.Name(name)) is [{ Level: PlaceLevel.Country } country, ..] ? country.Country : null;

    private static FrozenDictionary<string, string> PeoplesByCountry()
    {
        var peoples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in List.Split(';'))
        {
            var parts = entry.Split(':');
            foreach (var people in parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                peoples.TryAdd(people, parts[0]);
            }
        }
        return peoples.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
