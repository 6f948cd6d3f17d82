using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.Spanish;

/// <summary>What the reading by word lists knows of Spanish. Written by hand from newsroom usage.</summary>
internal static class SpanishWords
{
    private const string Roles =
        "ministro ministra presidente presidenta portavoz vocero vocera director directora alcalde alcaldesa concejal concejala diputado diputada senador senadora consejero consejera abogado abogada letrado letrada juez jueza fiscal magistrado magistrada "
        + "comisario comisaria comandante capitán capitana general coronel teniente sargento oficial jefe jefa patrón gerente fundador fundadora responsable secretario secretaria delegado delegada representante coordinador coordinadora líder dirigente candidato candidata "
        + "profesor profesora investigador investigadora historiador historiadora arqueólogo arqueóloga biólogo bióloga médico médica doctor doctora enfermero enfermera maestro maestra ingeniero ingeniera economista analista experto experta especialista politólogo sociólogo "
        + "agricultor agricultora ganadero ganadera pastor pastora pescador pescadora panadero obrero obrera sindicalista activista entrenador entrenadora jugador jugadora seleccionador seleccionadora campeón campeona técnico técnica "
        + "escritor escritora autor autora novelista periodista redactor redactora cineasta actor actriz cantante músico artista rey reina príncipe princesa papa obispo cura rabino imán embajador embajadora diplomático vicepresidente vicepresidenta expresidente canciller gobernador gobernadora primer "
        + "vecino vecina testigo víctima acusado acusada padre madre hermano hermana hijo hija marido mujer hombre viuda primo prima amigo amiga colega cliente rescatista bombero propietario propietaria dueño dueña conductor conductora armador empresario empresaria consejera tesorero tesorera exministro exministra fuente";

    private const string Organisations =
        "gobierno ministerio policía guardia fiscalía ayuntamiento alcaldía región comunidad provincia junta estado partido sindicato asociación empresa compañía sociedad grupo banco universidad escuela instituto clínica hospital iglesia ejército naviera organización federación confederación unión colegio "
        + "cámara consejo parlamento congreso senado asamblea comisión agencia dirección oposición coalición fundación colectivo ong tribunal audiencia corte autoridad autoridades fabricante editorial club comité embajada presidencia moncloa kremlin otan onu ue ugt ccoo psoe pp vox oficina centro museo observatorio teatro servicio marina defensa acusación equipo firma operador aerolínea aduana cancillería consejería diputación secretaría delegación defensoría procuraduría";

    private const string Groups =
        "expertos observadores bomberos policías agentes investigadores científicos médicos vecinos habitantes testigos manifestantes activistas sindicatos diputados senadores abogados jueces padres alumnos estudiantes profesores trabajadores empleados obreros empresarios agricultores ganaderos pescadores usuarios viajeros clientes consumidores "
        + "críticos opositores partidarios rebeldes soldados militares diplomáticos responsables dirigentes analistas economistas historiadores periodistas medios autoridades asociaciones empresas organizaciones ong gente personas algunos muchos varios otros marineros especialistas rescatistas fuentes allegados familiares víctimas organizadores autores internautas estadounidenses rusos ucranianos europeos republicanos socialistas conservadores magistrados representantes jugadores aficionados funcionarios portavoces";

    private const string Documents =
        "informe comunicado carta estudio encuesta sondeo documento nota texto libro artículo declaración mensaje correo denuncia sentencia auto fallo decisión acta testimonio balance análisis estadísticas cifras datos petición manifiesto vídeo video memoria teletipo web prensa boletín tuit programa proyecto escrito";

    private const string Media =
        "diario periódico semanario revista cadena radio televisión agencia efe reuters ap web prensa cope ser rtve portal canal";

    /// <summary>The word lists.</summary>
    public static Lexicon Lexicon =>
        field ??= new Lexicon
        {
            Tag = "es",
            Writing = new Writing
            {
                Abbreviations = Lexicon.Set(
                    "Sr Sra Sres Srta Dr Dra D Dª Ud Uds Vd Excmo Ilmo Lic Ing Prof Gral Cap Tte Sto Sta S.A EE.UU EE UU etc p.ej pág núm Av Avda art aprox c ene feb mar abr jun jul ago sept oct nov dic"
                ),
                Beginners = Lexicon.Set(
                    "El La Los Las Un Una Unos Lo Su Sus Este Esta Estos Ese Esa En De Por Para Pero Y Según Tras Desde Con Sin No Se Es Al Además"
                ),
            },
            Verbs = SpanishVerbs.Table,
            Calendar = SpanishCalendar.Words,
            Clausal = Lexicon.Set("que si cómo quién qué cuándo dónde cuánto"),
            Auxiliaries = Lexicon.Set("ha han había habían haya está están estaba"),
            Doubting = Lexicon.Set("habría habrían"),
            Clitics = Lexicon.Set("se lo la los las le les me nos no te"),
            Negations = Lexicon.Set("no nunca jamás tampoco"),
            Determiners = Lexicon.Set(
                "el la los las un una unos unas su sus este esta estos estas ese esa esos esas aquel aquella mi tu nuestro nuestra nuestros dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas muchos muchas otros otras ambos todos todas ningún ninguna del al cada numerosos"
            ),
            Definite = Lexicon.Set("el la los las este esta estos estas ese esa del al"),
            Indefinite = Lexicon.Set("un una unos unas"),
            InWords = Lexicon.Set("en"),
            NounPrepositions = Lexicon.Set("en para"),
            Links = Lexicon.Set("de del"),
            Stops = Lexicon.Set(
                "a ante bajo con contra desde durante en entre hacia hasta mediante para por según sin sobre tras pero mas o u ni sino si como cuando donde que quien quienes cual cuyo porque aunque mientras pues es son era eran será serán sería fue fueron ha han había habían habrá habría hay puede pueden podía debe deben va van hace hacen "
                    + "no se lo le les me nos él ella ellos ellas ello yo ya muy más menos tan así también además todavía aún aquí allí hoy ayer mañana anteayer luego entonces después antes siempre nunca casi apenas solo sólo incluso está están estaba quiere quieren sigue siguen tiene tienen"
            ),
            Adverbs = Lexicon.Set(
                "también además asimismo igualmente así entonces luego después finalmente incluso ya aún todavía hoy ayer mañana anteayer anoche recientemente públicamente oficialmente claramente rotundamente tajantemente categóricamente siempre solo sólo simplemente concretamente precisamente hace+poco tampoco nuevamente posteriormente previamente inmediatamente embargo rápidamente cambio parte"
            ),
            AdverbPhrases =
            [
                ["por", "su", "parte"],
                ["a", "su", "vez"],
                ["sin", "embargo"],
                ["por", "otra", "parte"],
                ["por", "otro", "lado"],
                ["en", "cambio"],
                ["de", "nuevo"],
                ["en", "concreto"],
                ["de", "hecho"],
                ["una", "vez", "más"],
            ],
            Subordinators = Lexicon.Set(
                "cuando tras después antes si como porque aunque mientras al para por desde durante en con sin ante según pese preguntado preguntada donde a sobre"
            ),
            Relatives = Lexicon.Set("que quien quienes cuyo cuya donde cual"),
            Conjunctions = Lexicon.Set("y e pero o u"),
            Pronouns = Lexicon.Genders(
                "m:él f:ella p:ellos p:ellas -:yo p:algunos p:muchos p:varios p:otros m:éste f:ésta -:nosotros"
            ),
            Honorifics = Lexicon.Genders(
                "m:señor f:señora f:señorita m:sr. f:sra. m:don f:doña m:sr f:sra m:dr. f:dra. m:dr f:dra m:monseñor f:srta. m:d. -:lic."
            ),
            Roles = new NounList(Roles),
            Organisations = new NounList(Organisations),
            Groups = new NounList(Groups),
            Documents = new NounList(Documents),
            Media = new NounList(Media),
            SourcePhrases =
            [
                ["según"],
                ["de", "acuerdo", "con"],
                ["de", "acuerdo", "a"],
                ["para"],
                ["a", "juicio", "de"],
                ["a", "juicio"],
                ["en", "opinión", "de"],
                ["en", "opinión"],
                ["a", "decir", "de"],
                ["en", "palabras", "de"],
                ["según", "fuentes", "de"],
                ["conforme", "a"],
            ],
            SourceEndings = Lexicon.Set(""),
            HowWords = Lexicon.Set("como según"),
            SoWords = Lexicon.Set(""),
            Hedges = Lexicon.Set(
                "quizá quizás probablemente posiblemente presuntamente supuestamente aparentemente habría habrían podría podrían presunto presunta tal+vez parece"
            ),
            NameParticles = Lexicon.Set("de del la las los y von van al el di da san santa"),
            NoNames = Lexicon.Set(
                "yo nosotros él ella ellos el la los las un una lo su sus este esta en de por para pero y según tras desde con sin no se es al además si que cuando como aunque nadie nada todo todos sí euros a ante hay ayer hoy mañana respondía desde"
            ),
            PlacePrepositions = Lexicon.Set("en"),
            Places = Lexicon.Set(
                "españa francia alemania italia portugal reino unido inglaterra escocia irlanda bélgica suiza austria polonia rusia ucrania china japón india turquía grecia dinamarca suecia noruega finlandia hungría rumanía bulgaria croacia serbia israel irán irak siria afganistán egipto libia túnez marruecos argelia nigeria kenia etiopía brasil argentina méxico canadá australia pakistán indonesia líbano jordania "
                    + "chile perú colombia venezuela ecuador bolivia uruguay paraguay cuba panamá guatemala honduras nicaragua europa áfrica asia américa madrid barcelona valencia sevilla zaragoza málaga bilbao murcia granada cataluña andalucía galicia asturias navarra aragón castilla canarias baleares lisboa parís londres berlín roma moscú pekín tokio kiev varsovia bruselas ginebra bogotá lima santiago caracas quito montevideo la+habana"
            ),
            InfinitiveEndings = ["ar", "er", "ir", "arse", "erse", "irse"],
            InfinitiveMarks = Lexicon.Set("de a con en"),
            Datives = Lexicon.Set("a al ante en"),
        };
}
