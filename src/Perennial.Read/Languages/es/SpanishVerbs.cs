using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.Spanish;

/// <summary>Spanish verbs that attribute, with their forms. Written by hand from newsroom usage.</summary>
internal static class SpanishVerbs
{
    private const string Clause =
        "decir afirmar declarar explicar añadir agregar señalar indicar anunciar asegurar subrayar recordar destacar resaltar recalcar remarcar insistir reiterar repetir contar relatar narrar comentar observar apuntar matizar precisar detallar aclarar "
        + "responder contestar replicar escribir opinar considerar pensar creer estimar juzgar sostener mantener defender argumentar alegar aducir alertar advertir avisar prevenir prometer jurar garantizar confirmar corroborar desmentir negar rechazar admitir reconocer confesar "
        + "lamentar criticar denunciar censurar reprochar acusar temer sospechar suponer presumir imaginar esperar confiar desear querer preguntar preguntarse cuestionar predecir pronosticar prever vaticinar augurar concluir resumir zanjar sentenciar exclamar gritar susurrar suspirar sonreír bromear ironizar "
        + "celebrar agradecer felicitar aconsejar recomendar sugerir proponer pedir exigir reclamar solicitar instar ordenar revelar desvelar informar comunicar notificar manifestar expresar exponer constatar descartar quejarse jactarse felicitarse alegrarse indignarse convencer calcular cifrar proseguir continuar "
        + "reaccionar tuitear publicar transmitir trasladar puntualizar enfatizar saber+hacer claro+dejar saber entender demostrar testificar ratificar apostillar terciar espetar aventurar reflexionar dudar valorar rematar evocar admitir vender decidir plantear";

    private const string Infinitive =
        "prometer jurar afirmar asegurar negar decir esperar desear querer amenazar rechazar aceptar proponer temer creer reconocer confesar admitir lamentar pretender pedir exigir aconsejar recomendar decidir prever anunciar acusar ordenar confiar descartar sostener planear plantear buscar lograr estudiar quejarse";

    private const string Thing =
        "criticar denunciar condenar elogiar alabar aplaudir saludar celebrar rechazar desmentir negar confirmar anunciar prometer pedir exigir reclamar solicitar temer esperar lamentar calificar tildar tachar llamar defender apoyar respaldar acusar describir detallar explicar subrayar recordar destacar proponer recomendar sugerir prever "
        + "abogar apostar advertir alertar dudar agradecer cuestionar culpar atribuir descartar reprochar admitir reconocer querer aconsejar amenazar garantizar instar oponerse quejarse felicitar valorar achacar censurar tachar alegar considerar plantear expresar manifestar estimar calcular cifrar desear hablar";

    private const string Irregular =
        "decir=dice,dicen,dijo,dijeron,decía,decían,dirá,diría/dicho;predecir=predice,predicen,predijo/predicho;escribir=escribe,escriben,escribió,escribieron,escribía/escrito;añadir=añade,añaden,añadió,añadieron,añadía/añadido;"
        + "advertir=advierte,advierten,advirtió,advirtieron,advertía/advertido;desmentir=desmiente,desmienten,desmintió,desmintieron/desmentido;sugerir=sugiere,sugieren,sugirió,sugirieron/sugerido;pedir=pide,piden,pidió,pidieron,pedía,pedían/pedido;"
        + "mantener=mantiene,mantienen,mantuvo,mantuvieron,mantenía/mantenido;sostener=sostiene,sostienen,sostuvo,sostuvieron,sostenía/sostenido;contar=cuenta,cuentan,contó,contaron,contaba/contado;recordar=recuerda,recuerdan,recordó,recordaron,recordaba/recordado;"
        + "negar=niega,niegan,negó,negaron,negaba/negado;pensar=piensa,piensan,pensó,pensaron,pensaba/pensado;creer=cree,creen,creyó,creyeron,creía,creían/creído;querer=quiere,quieren,quiso,quisieron,quería,querían/querido;"
        + "defender=defiende,defienden,defendió,defendieron,defendía/defendido;reconocer=reconoce,reconocen,reconoció,reconocieron,reconocía/reconocido;agradecer=agradece,agradecen,agradeció,agradecieron/agradecido;suponer=supone,suponen,supuso,supusieron/supuesto;"
        + "proponer=propone,proponen,propuso,propusieron,proponía/propuesto;exponer=expone,exponen,expuso,expusieron/expuesto;prever=prevé,prevén,previó,previeron,preveía/previsto;prevenir=previene,previenen,previno/prevenido;"
        + "aducir=aduce,aducen,adujo,adujeron/aducido;sonreír=sonríe,sonríen,sonrió/sonreído;proseguir=prosigue,prosiguen,prosiguió/proseguido;apostar=apuesta,apuestan,apostó,apostaron/apostado;reprobar=/;demostrar=demuestra,demuestran,demostró/demostrado;"
        + "saber=sabe,saben,sabía/sabido;entender=entiende,entienden,entendió/entendido;concluir=concluye,concluyen,concluyó,concluyeron/concluido;atribuir=atribuye,atribuyen,atribuyó,atribuyeron/atribuido;instar=insta,instan,instó,instaron/instado;"
        + "convencer=convence/convencido,convencida,convencidos;exigir=exige,exigen,exigió,exigieron,exigía/exigido;oponer=opone,oponen,opuso,opusieron/opuesto;saber+hacer=hace,hacen,hizo,hicieron/hecho;claro+dejar=deja,dejan,dejó,dejaron/dejado;confesar=confiesa,confiesan,confesó,confesaron/confesado;describir=describe,describen,describió/descrito;transmitir=transmite,transmiten,transmitió/transmitido";

    /// <summary>The table of all forms.</summary>
    public static VerbTable Table =>
        field ??= new VerbTable(
            new VerbLists(Clause, Infinitive, Thing)
            {
                Denied = "desmentir negar rechazar descartar",
                Hedged = "pensar creer temer sospechar suponer presumir imaginar sugerir dudar",
                Asked = "preguntar preguntarse cuestionar",
                Planned = "prometer jurar esperar desear querer amenazar planear prever confiar",
                Holding = "pensar creer opinar considerar apoyar respaldar querer estimar",
            },
            Forms
        );

    private static IEnumerable<MadeForm> Forms(string lemma)
    {
        var verb = lemma.EndsWith("se", StringComparison.Ordinal) ? lemma[..^2] : lemma;
        var entry = Irregular.Split(';').Select(text => text.Split('=', '/')).FirstOrDefault(parts => parts[0] == verb);
        if (entry is not null)
        {
            foreach (var form in entry[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new MadeForm(
                    form,
                    VerbPart.Finite,
                    IsSplit: verb.Contains('+', StringComparison.Ordinal),
                    IsConditional: form.EndsWith("ría", StringComparison.Ordinal) && form != "quería"
                );
            }
            foreach (var form in entry[2].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new MadeForm(
                    form,
                    VerbPart.Participle,
                    IsSplit: verb.Contains('+', StringComparison.Ordinal)
                );
            }
            yield break;
        }
        var stem = verb[..^2];
        if (verb.EndsWith("ar", StringComparison.Ordinal))
        {
            foreach (var ending in (string[])["a", "an", "ó", "aron", "aba", "aban", "ará", "arán"])
            {
                yield return new MadeForm(stem + ending, VerbPart.Finite);
            }
            yield return new MadeForm(stem + "aría", VerbPart.Finite, IsConditional: true);
            yield return new MadeForm(stem + "ado", VerbPart.Participle);
            yield break;
        }
        foreach (var ending in (string[])["e", "en", "ió", "ieron", "ía", "ían"])
        {
            yield return new MadeForm(stem + ending, VerbPart.Finite);
        }
        yield return new MadeForm(stem + "ido", VerbPart.Participle);
    }
}
