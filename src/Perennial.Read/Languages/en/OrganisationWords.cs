using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Words that make a name the name of an organisation.</summary>
internal static class OrganisationWords
{
    private static readonly FrozenSet<string> Words = WordClasses.Set(
        "Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Bank Board Brigade Broadcasting Bureau Cabinet Campaign Center Centre Chamber "
            + "Church Club Coalition College Commission Committee Company Confederation Conference Congress Consortium Consulate Cooperative Corp. Corporation Corps Corp Council Court Courier Department "
            + "Directorate Embassy Enterprises Exchange Federation Forces Force Forum Foundation Front Fund Gazette Government Group Guard Guardian Herald Holdings Hospital House Inc. Inc Industries Initiative Institute "
            + "Institution Intelligence Journal Laboratory League Legion Limited LLC Ltd. Ltd Mail Media Ministry Mission Mosque Movement Museum Navy Network Networks News Newspaper Office Organisation Organization "
            + "Parliament Partners Party Police Post Press Project Publishing Radio Reserve School Senate Server Service Services Society Solutions Syndicate Systems Taskforce Technologies Telegraph Television Theatre Times "
            + "Tribune Tribunal Trust TV Union United University Watch Weekly Works plc PLC Knesset Bundestag Duma Kremlin Pentagon Hamas Hezbollah Taliban Reuters Bloomberg Politico POLITICO Breitbart Google Facebook Twitter "
            + "Microsoft Apple Amazon Tesla Boeing Airbus Gazprom Interpol Europol Greenpeace Amnesty Oxfam Telegram HuffPost BuzzFeed Axios Tass TASS Interfax Xinhua Yonhap Axel-Springer Treasury Fed Vatican Whitehall"
    );

    /// <summary>Whether it is one, as written.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
