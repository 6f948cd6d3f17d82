using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>The words that attribute: verbs of speech, thought, attitude and finding, with all their forms.</summary>
/// <remarks>
/// Written by hand from newsroom usage. A few dozen words carry most attributions, but the tail is long (in one large
/// annotated set the fifty commonest cues cover 44 in 100), so the list is wide and every word says what may follow it.
/// </remarks>
internal static class Cues
{
    private const string Clause =
        "say add note argue claim insist state assert maintain contend declare announce explain acknowledge admit concede confirm reveal "
        + "disclose report predict stress emphasize emphasise reiterate repeat observe remark comment recall suggest imply indicate "
        + "hint allege believe think fear suspect speculate assume conclude estimate calculate reckon guess joke quip complain lament "
        + "vow pledge promise swear testify write tweet reply respond answer counter retort continue propose recommend hope expect boast brag "
        + "concur proclaim profess muse scoff snap shout yell scream chant mutter underscore underline theorize theorise posit attest "
        + "certify charge fret worry vouch deny rule surmise envision envisage clarify elaborate rejoin interject volunteer opine gush rave fume "
        + "exclaim reaffirm reassert restate affirm warn caution acknowledge forecast mention tout deadpan plead blog text email read enthuse "
        + "ask wonder inquire intone reflect figure sing";

    private const string That =
        "know understand realize realise learn find show demonstrate prove illustrate decide agree demand request urge signal "
        + "see hear feel discover determine notice remember forget doubt accept advise order post feel regret imagine pray wish "
        + "conceal doubt object protest dispute stipulate require request establish document foresee anticipate gather judge consider teach";

    private const string Infinitive =
        "want hope plan seek vow pledge promise refuse decline intend threaten agree decide offer aim wish expect propose prefer swear "
        + "demand claim profess love like hate resolve opt ask vote commit volunteer beg prepare hesitate";

    private const string Object =
        "support oppose endorse criticize criticise praise blast denounce condemn back reject dismiss defend call describe accuse blame "
        + "urge propose demand cite mention discuss slam attack mock ridicule decry deride tout hail applaud welcome favor favour champion "
        + "question challenge dispute deny announce reveal suggest note acknowledge admit recall explain predict express voice quote echo "
        + "like love hate fear expect promise offer seek request recommend advocate embrace emphasize emphasise stress highlight characterize "
        + "characterise label brand dub liken thank congratulate encourage order reiterate regret doubt disavow consider want oppose "
        + "lambaste rebuke chide scold berate excoriate assail bash savage lampoon lament bemoan mourn celebrate salute commend laud admire "
        + "respect trust distrust detail outline describe document report confirm estimate forecast warn denounce vilify "
        + "disparage belittle denigrate condemn repudiate refute rebut contradict downplay minimize trumpet promote pitch pledge vow "
        + "threaten plan consider weigh ponder contemplate debate address raise pose prefer envision believe claim allege insinuate imply "
        + "blame fault thank credit decry protest bemoan dislike despise loathe resent abhor appreciate value prize demonize compare "
        + "preach teach justify rationalize renounce disown bless deplore diss troll skewer pan rip trash hammer chastise admonish "
        + "castigate declare release issue unveil insist show reflect illustrate demonstrate underscore underline clarify";

    private const string Addressee =
        "tell remind assure warn inform advise notify convince reassure ask caution brief instruct counsel persuade teach promise show";

    // Verb and the small words that make it attribute; what follows is a thing unless said otherwise in OutThat.
    private const string Phrasal =
        "call for,call on,call upon,call out,point out,point to,refer to,talk about,speak about,speak of,speak out,object to,agree with,disagree with,"
        + "warn of,warn about,warn against,argue for,argue against,complain about,complain of,boast of,boast about,brag about,vote for,"
        + "vote against,side with,rail against,focus on,joke about,push for,push back,apologize for,apologise for,insist on,comment on,"
        + "respond to,react to,hope for,ask for,ask about,think of,think about,worry about,know about,hear about,write about,"
        + "write of,write off,lash out,fire back,hit back,shoot back,lay out,spell out,rule out,single out,touch on,dwell on,elaborate on,"
        + "reflect on,opine on,weigh in,vouch for,stand by,stand behind,go after,take aim,take issue,campaign for,campaign against,"
        + "lobby for,lobby against,press for,plead for,beg for,pray for,advocate for,protest against,inveigh against,"
        + "allude to,attest to,testify about,testify to,admit to,confess to,commit to,subscribe to,pay tribute,cast doubt,make clear,"
        + "plead guilty,look for,wish for,long for,yearn for,opt for,fret about,fret over,rave about,gush about,muse about,speculate about,"
        + "speculate on,dream of,conceive of,approve of,disapprove of,accuse of,remark on,note of,caution against,advise against,recommend against,"
        + "balk at,scoff at,sneer at,bristle at,marvel at,mean to,expand on,zero in,hold up,swear off";

    private const string OutThat =
        "point out,make clear,lay out,spell out,write back,fire back,hit back,shoot back,push back,hold up,call out";

    // base=third/past/participle/-ing, where a form is not made by rule.
    private const string Irregular =
        "say=says/said/said/saying,tell=tells/told/told/telling,think=thinks/thought/thought/thinking,write=writes/wrote/written/writing,"
        + "find=finds/found/found/finding,show=shows/showed/shown/showing,know=knows/knew/known/knowing,see=sees/saw/seen/seeing,"
        + "hear=hears/heard/heard/hearing,feel=feels/felt/felt/feeling,understand=understands/understood/understood/understanding,"
        + "swear=swears/swore/sworn/swearing,seek=seeks/sought/sought/seeking,speak=speaks/spoke/spoken/speaking,"
        + "admit=admits/admitted/admitted/admitting,quip=quips/quipped/quipped/quipping,snap=snaps/snapped/snapped/snapping,"
        + "brag=brags/bragged/bragged/bragging,concur=concurs/concurred/concurred/concurring,plan=plans/planned/planned/planning,"
        + "slam=slams/slammed/slammed/slamming,dub=dubs/dubbed/dubbed/dubbing,pan=pans/panned/panned/panning,rip=rips/ripped/ripped/ripping,"
        + "refer=refers/referred/referred/referring,prefer=prefers/preferred/preferred/preferring,fret=frets/fretted/fretted/fretting,"
        + "rebut=rebuts/rebutted/rebutted/rebutting,regret=regrets/regretted/regretted/regretting,opt=opts/opted/opted/opting,"
        + "forecast=forecasts/forecast/forecast/forecasting,foresee=foresees/foresaw/foreseen/foreseeing,plead=pleads/pleaded/pleaded/pleading,"
        + "read=reads/read/read/reading,sing=sings/sang/sung/singing,teach=teaches/taught/taught/teaching,learn=learns/learned/learned/learning,commit=commits/committed/committed/committing,"
        + "forget=forgets/forgot/forgotten/forgetting,object=objects/objected/objected/objecting,go=goes/went/gone/going,take=takes/took/taken/taking,"
        + "make=makes/made/made/making,lay=lays/laid/laid/laying,hold=holds/held/held/holding,stand=stands/stood/stood/standing,"
        + "shoot=shoots/shot/shot/shooting,pay=pays/paid/paid/paying,cast=casts/cast/cast/casting,hit=hits/hit/hit/hitting,mean=means/meant/meant/meaning,"
        + "beg=begs/begged/begged/begging,spell=spells/spelled/spelled/spelling,dream=dreams/dreamed/dreamed/dreaming,label=labels/labeled/labelled/labeling,"
        + "signal=signals/signaled/signalled/signaling,deny=denies/denied/denied/denying,text=texts/texted/texted/texting,"
        + "long=longs/longed/longed/longing,single=singles/singled/singled/singling,brief=briefs/briefed/briefed/briefing,pray=prays/prayed/prayed/praying";

    private const string Nouns =
        "claim report plan hope call note support fear attack question promise offer demand request comment state estimate forecast "
        + "remark point focus address back charge vow pledge praise blame post tweet document detail show challenge desire wish vote "
        + "mention release answer reply brand label slam push look bet judge rule counter text email need love hate like doubt regret order hint "
        + "worry joke boast brag snap shout scream chant figure dispute protest pitch value prize compare rebuke assail pan rip trash hammer "
        + "welcome favor favour voice quote echo credit fault respect trust guess find object press campaign lobby plead brief read thought "
        + "mock air issue raise pose weigh salute lament touch hold balance reject savage champion applaud debate prefer outline blog highlight request";

    private const string Hedging =
        "suggest believe think allege hint imply suspect speculate assume estimate reckon guess fear surmise theorize theorise posit insinuate feel "
        + "expect anticipate imagine figure forecast indicate gather";

    private const string Denying = "deny reject refute rebut dispute repudiate";

    private const string Asking = "ask wonder inquire question";

    private const string Planning =
        "plan intend vow pledge promise seek want hope aim propose threaten commit prepare resolve offer wish";

    private static readonly Dictionary<
        string,
        (string Third, string Past, string Participle, string Ing)
    > IrregularForms = Irregular
        .Split(',')
        .Select(entry => entry.Split('=', '/'))
        .ToDictionary(parts => parts[0], parts => (parts[1], parts[2], parts[3], parts[4]), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Hedges = WordClasses.Set(Hedging);
    private static readonly FrozenSet<string> Denials = WordClasses.Set(Denying);
    private static readonly FrozenSet<string> Askings = WordClasses.Set(Asking);
    private static readonly FrozenSet<string> Plans = WordClasses.Set(Planning);

    private static readonly FrozenDictionary<string, Cue> ByForm = Build();
    private static readonly FrozenDictionary<string, Cue> ByPhrase = BuildPhrasal();

    private static readonly FrozenSet<string> PhraseHeads = ByPhrase
        .Keys.Select(key => key[..key.IndexOf(' ')])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The attributing word with this spelling, or <see langword="null"/>.</summary>
    public static Cue? Of(string lower) => ByForm.GetValueOrDefault(lower);

    /// <summary>The attributing pair of words ("called", "for"), or <see langword="null"/>.</summary>
    public static Cue? Of(string lower, string particle) => ByPhrase.GetValueOrDefault(lower + " " + particle);

    /// <summary>Whether a spelling begins a pair of which only the whole attributes.</summary>
    public static bool MayBePhrasal(string lower) => PhraseHeads.Contains(lower);

    private static FrozenDictionary<string, Cue> Build()
    {
        var senses = new Dictionary<string, CueSense>(StringComparer.Ordinal);
        foreach (
            var (words, sense) in new[]
            {
                (Clause, CueSense.Clause | CueSense.That),
                (That, CueSense.That),
                (Infinitive, CueSense.Infinitive),
                (Object, CueSense.Object),
                (Addressee, CueSense.Addressee | CueSense.That),
            }
        )
        {
            foreach (var lemma in words.Split(' '))
            {
                senses[lemma] = senses.GetValueOrDefault(lemma) | sense;
            }
        }
        var nouns = WordClasses.Set(Nouns);
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var (lemma, sense) in senses)
        {
            foreach (var (form, kind) in Forms(lemma))
            {
                var noun = nouns.Contains(lemma) && (kind & (VerbForm.Base | VerbForm.Third)) != VerbForm.None;
                cues[form] = cues.TryGetValue(form, out var known)
                    ? known with
                    {
                        Form = known.Form | kind,
                        Sense = known.Sense | sense,
                    }
                    : new Cue(lemma, kind, sense, StanceOf(lemma), noun);
            }
        }
        return cues.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Cue> BuildPhrasal()
    {
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var outThat = OutThat.Split(',').ToHashSet(StringComparer.Ordinal);
        foreach (var phrase in Phrasal.Split(','))
        {
            var blank = phrase.IndexOf(' ');
            var (lemma, particle) = (phrase[..blank], phrase[blank..]);
            var sense = CueSense.Object | (outThat.Contains(phrase) ? CueSense.Clause | CueSense.That : CueSense.None);
            foreach (var (form, kind) in Forms(lemma))
            {
                cues[form + particle] = cues.TryGetValue(form + particle, out var known)
                    ? known with
                    {
                        Form = known.Form | kind,
                    }
                    : new Cue(phrase, kind, sense, StanceOf(lemma), NounToo: false);
            }
        }
        return cues.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Stance StanceOf(string lemma) =>
        Hedges.Contains(lemma) ? Stance.Hedged
        : Denials.Contains(lemma) ? Stance.Denied
        : Askings.Contains(lemma) ? Stance.Asked
        : Plans.Contains(lemma) ? Stance.Planned
        : Stance.Asserted;

    private static IEnumerable<(string Form, VerbForm Kind)> Forms(string lemma)
    {
        yield return (lemma, VerbForm.Base);
        if (IrregularForms.TryGetValue(lemma, out var irregular))
        {
            yield return (irregular.Third, VerbForm.Third);
            yield return (
                irregular.Past,
                VerbForm.Past | (irregular.Past == irregular.Participle ? VerbForm.Participle : VerbForm.None)
            );
            yield return (irregular.Participle, VerbForm.Participle);
            yield return (irregular.Ing, VerbForm.Ing);
            yield break;
        }
        var stem = lemma[..^1];
        var endsInE = lemma[^1] == 'e';
        var endsInY = lemma[^1] == 'y' && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal);
        var hisses =
            lemma[^1] is 's' or 'x' or 'z'
            || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal);
        yield return (
            endsInY ? stem + "ies"
            : hisses ? lemma + "es"
            : lemma + "s",
            VerbForm.Third
        );
        yield return (
            endsInE ? lemma + "d"
            : endsInY ? stem + "ied"
            : lemma + "ed",
            VerbForm.Past | VerbForm.Participle
        );
        yield return (endsInE ? stem + "ing" : lemma + "ing", VerbForm.Ing);
    }
}
