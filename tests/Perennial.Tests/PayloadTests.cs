using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Perennial.Tests;

public sealed class PayloadTests
{
    private static readonly Post Post = new()
    {
        Kind = PostKind.Report,
        Title = "Вода встає",
        Text = "“Calm”, said *nobody*.",
        Time = new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.FromHours(1)),
        Article = "a7",
        Outlet = "Sarn Wire",
        Statements =
        [
            new PostStatement
            {
                Id = "a7deadbeef",
                Text = "Calm",
                Kind = StatementKind.Direct,
                Speaker = "Ivo Tal",
                Role = "mayor",
                Told = "Sarn Wire",
            },
        ],
        KeyEvent = true,
        Correction = "Correction: it was Tuesday.",
    };

    private static readonly Article Article = new()
    {
        Url = "https://example.org/a",
        Kind = ArticleKind.Liveblog,
        Title = "A title",
        Authors = ["A", "B"],
        Credits = [new Credit("A", CreditKind.Person)],
        Published = StatedTime.ParseIso("2031-03-12T09:15:00+05:30"),
        Text = "“Calm,” he said.",
        Blocks = [new Block(BlockKind.Paragraph, 0, 16), new Block(BlockKind.Caption, null, null, "A dam")],
        Statements =
        [
            new Statement
            {
                Kind = StatementKind.Direct,
                Start = 0,
                End = 7,
                Spans =
                [
                    [0, 7],
                ],
                Text = "“Calm,”",
                Speaker = new Speaker { Name = "Ivo Tal", Sure = true },
                Told = new Told("Sarn Wire", Sure: false),
                Translated = new Translation("fr", null),
            },
        ],
        Entities = [new Entity { Id = "e1", Name = "Ivo Tal" }],
        Figures = [new Figure { Text = "nearly 10,000", High = 10_000.5m }],
        Moments = [new Moment { Text = "last spring", Precision = "season" }],
        Questions = [new Question(null, null, "Why?", StatementPlace.Headline)],
        Problem = new Problem("x", "y"),
    };

    private static readonly Listing Listing = new() { EntryId = "1", Updated = StatedTime.ParseIso("2031-03-12") };

    /// <summary>One entry of every kind, with everything in it that can be.</summary>
    private static Piece APiece =>
        new()
        {
            Kind = PieceGenre.Opinion,
            Slug = "dams",
            Headline = "Dams",
            Standfirst = "They hold.",
            Text = "They *hold*.",
            Authors = ["mara-tal"],
            Section = "world",
            Language = "en",
            Stories = ["s1"],
        };

    public static TheoryData<NewEntry> OneOfEveryKind { get; } =
    [
        EntryKinds.SiteChanged.New(
            "site",
            "operator",
            new()
            {
                Site = new Site { Name = "The Day", Sections = [new SiteSection("world", "World", ["Abroad"])] },
            }
        ),
        EntryKinds.SourceAdded.New(
            "f1",
            "operator",
            new()
            {
                Url = "https://example.org/feed",
                Kind = SourceKind.Feed,
                Name = "N",
                Licence = SourceLicence.Full,
            }
        ),
        EntryKinds.SourceChanged.New("f1", "gatherer", new() { Url = "https://example.org/new" }),
        EntryKinds.PageCaptured.New(
            null,
            "gatherer",
            new()
            {
                Source = "f1",
                Url = "https://example.org/a",
                FinalUrl = "https://example.org/a",
                Etag = "\"x\"",
                Blob = "00",
                Size = 12,
                Listing = Listing,
            }
        ),
        EntryKinds.PageGone.New("a7", "gatherer", new() { Status = 410 }),
        EntryKinds.ArticleRead.New(
            "a7",
            "reader/1",
            new()
            {
                Capture = 7,
                Article = Article,
                Corrected = [new AppliedCorrection(6, Found: true, "a7deadbeef", "e1", "Ivo Tall")],
            }
        ),
        EntryKinds.ArticlePlaced.New(
            "a7",
            "weaver/1",
            new()
            {
                Read = 8,
                Story = "s1",
                Because = ["title 0.61"],
                Similarity = 0.61,
                AlsoIn = ["s9"],
            }
        ),
        EntryKinds.EchoFound.New(
            "a7",
            "weaver/1",
            new()
            {
                Read = 8,
                Of = "a1",
                Relation = EchoRelation.Rewrite,
                Similarity = 0.5,
            }
        ),
        EntryKinds.StoryOpened.New("s1", "weaver/1", new() { Slug = "dam", Headline = "The dam" }),
        EntryKinds.StoryChanged.New("s1", "u1", new() { Slug = "sarn-dam" }),
        EntryKinds.PostPublished.New("p1", "u1", new() { Story = "s1", Post = Post }),
        EntryKinds.PostEdited.New(
            "p1",
            "u1",
            new()
            {
                Story = "s1",
                Post = Post with { Withdrawn = true },
                Reason = PostChange.SourceWithdrew,
            }
        ),
        EntryKinds.Held.New("p1", "u1", new() { Reason = "legal" }),
        EntryKinds.Opened.New("p1", "u1", new() { Reason = "checked" }),
        EntryKinds.StoryMerged.New(
            "s2",
            "weaver/1",
            new()
            {
                Into = "s1",
                Because = ["shares Sarn, Velta"],
                Similarity = 0.75,
            }
        ),
        EntryKinds.StorySplit.New(
            "s1",
            "weaver/1",
            new()
            {
                Into = "s3",
                Articles = ["a7"],
                Posts = ["p1"],
                Because = ["titles 0.00"],
                Similarity = 0.01,
            }
        ),
        EntryKinds.ArticleMoved.New("a7", "u1", new() { From = "s1", Into = "s3" }),
        EntryKinds.StoriesKeptApart.New("s1", "u1", new() { Other = "s3" }),
        EntryKinds.PiecePublished.New("w1", "u1", new() { Piece = APiece }),
        EntryKinds.PieceEdited.New(
            "w1",
            "u1",
            new() { Piece = APiece with { Correction = "Not all.", Withdrawn = true } }
        ),
        EntryKinds.QuestionChanged.New(
            "qa7deadbeef",
            "u1",
            new()
            {
                Story = "s1",
                State = QuestionState.Answered,
                Words = "who opened the gates",
                Answer = new QuestionAnswer { Article = "a9", Words = "Ivo Tal opened them" },
                Reason = "The mayor says so himself.",
            }
        ),
        EntryKinds.EntitiesLinked.New(
            "a7",
            "linker/1",
            new()
            {
                Read = 8,
                When = new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.Zero),
                Links =
                [
                    new EntityLink
                    {
                        In = "e1",
                        Entity = "e2222222222",
                        Kind = EntityKind.Person,
                        Name = "Ivo Tal",
                        Names = ["Ivo B. Tal"],
                        Roles = ["mayor of Sarn"],
                        Affiliations = ["e4444444444"],
                        SameAs = ["https://example.org/tal"],
                        Possibly = "e3333333333",
                        Because = ["role: mayor of Sarn"],
                    },
                ],
            }
        ),
        EntryKinds.ReadingCorrected.New("e2222222222", "u1", new() { Correction = new KnownAsOne("e3333333333") }),
        EntryKinds.TrailExtended.New(
            "t1",
            "weaver/1",
            new()
            {
                After = 9,
                Carriers =
                [
                    new TrailCarrier
                    {
                        Statement = "a7deadbeef",
                        Article = "a7",
                        At = new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.FromHours(1)),
                        Seen = true,
                        Relation = TrailRelation.ByWayOf,
                        By = "Sarn Wire",
                        Sure = false,
                        From = "a5deadbeef",
                        Origin = 1,
                        OtherSpeaker = true,
                        ComparedWith = "a5deadbeef",
                        Runs = [new TrailRun(TrailRunKind.Kept, 1, 5), new TrailRun(TrailRunKind.Dropped, 6, 9)],
                        Agreed =
                        [
                            [1, 5],
                        ],
                    },
                ],
            }
        ),
        EntryKinds.StoryRead.New(
            "s1",
            "weaver/1",
            new()
            {
                After = 9,
                Questions =
                [
                    new OpenQuestion
                    {
                        Id = "qa7deadbeef",
                        Kind = QuestionKind.HowMany,
                        Asked =
                        [
                            new Asking("qa7deadbeef", "a7", new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.Zero)),
                        ],
                        MayAnswer =
                        [
                            new PossibleAnswer
                            {
                                Passage = new PassageAnchor("a9", 10, 0, 20),
                                Statement = "a9deadbeef",
                                At = new DateTimeOffset(2031, 3, 12, 10, 15, 0, TimeSpan.Zero),
                                Because = ["shares gates, Sarn", "counts 14 people"],
                            },
                        ],
                    },
                ],
                Tellings = [new StoryTelling("s7", "fr", ["shares Sarn, Velta, Ivo Tal", "numbers 412"])],
                Name = new StoryName
                {
                    Kicker = new PassageAnchor("a7", 8, 4, 15),
                    Headline = "a9",
                    Section = "valley",
                    Named = [new StoryEntity("a7", 8, "e1", EntityKind.Place, 3)],
                },
                Figures =
                [
                    new StoryFigure
                    {
                        Passage = new PassageAnchor("a7", 8, 0, 16),
                        Sides =
                        [
                            new GivenFigure
                            {
                                Passage = new PassageAnchor("a7", 8, 4, 6),
                                Statement = "a7deadbeef",
                                At = new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.Zero),
                                Again = 2,
                                Last = new DateTimeOffset(2031, 3, 12, 11, 0, 0, TimeSpan.Zero),
                            },
                        ],
                    },
                ],
                Threads =
                [
                    new StoryThread
                    {
                        Carriers =
                        [
                            new ThreadPlace(
                                "a7deadbeef",
                                "a7",
                                new DateTimeOffset(2031, 3, 12, 9, 15, 0, TimeSpan.Zero)
                            ),
                        ],
                        Carried = 1,
                        Origins = 1,
                    },
                ],
                Timeline =
                [
                    new StoryMoment
                    {
                        Date = new DateOnly(2031, 3, 10),
                        Precision = "day",
                        Passages = [new PassageAnchor("a7", 8, 0, 16)],
                        Articles = ["a7"],
                        Carried = 1,
                        Origins = 1,
                    },
                ],
                Headline = new StoryHeadline
                {
                    Since = 3,
                    Claims =
                    [
                        new StoryClaim
                        {
                            Kind = ClaimKind.Quotation,
                            Start = 0,
                            End = 6,
                            Passages = [new PassageAnchor("a7", 8, 0, 7)],
                        },
                    ],
                },
            }
        ),
    ];

    /// <summary>One correction of every sort, each as it was first written: these lines never change.</summary>
    public static TheoryData<string> OneOfEveryCorrection { get; } =
    [
        """{"what":"speaker","statement":{"id":"a7deadbeef","words":"calm","nth":[1],"of":1,"beside":[]},"name":"Ivo Tal","kind":"person","role":"mayor"}""",
        """{"what":"no-statement","statement":{"id":"a7deadbeef","words":"calm","nth":[1],"of":2,"beside":["a7cafecafe"]}}""",
        """{"what":"stance","statement":{"id":"a7deadbeef","words":"calm","nth":[1],"of":1,"beside":[]},"stance":"hedged"}""",
        """{"what":"allegation","statement":{"id":"a7deadbeef","words":"calm","nth":[1],"of":1,"beside":[]},"allegation":"crime"}""",
        """{"what":"verbatim","statement":{"id":"a7deadbeef","words":"calm","nth":[1],"of":1,"beside":[]}}""",
        """{"what":"entity","entity":{"name":"Ivo Tall","kind":"place"},"name":"Ivo Tal","kind":"person"}""",
        """{"what":"one-entity","entity":{"name":"Ivo Tal","kind":"person"},"other":{"name":"Tall","kind":"person"}}""",
        """{"what":"two-entities","entity":{"name":"Ivo Tal","kind":"person"},"mentions":[{"text":"Tal","before":"said "}],"name":"Ada Tal","kind":"person"}""",
        """{"what":"withdrawn","act":12}""",
        """{"what":"known-as-one","other":"e3333333333"}""",
        """{"what":"known-as-two","other":"e3333333333"}""",
        """{"what":"mentions-moved","into":"e3333333333","articles":["a7"]}""",
        """{"what":"named","name":"Ivo Tal","kind":"person"}""",
    ];

    [Theory]
    [MemberData(nameof(OneOfEveryCorrection))]
    public void A_correction_is_written_again_as_it_was_read(string written)
    {
        var payload = $$"""{"v":1,"correction":{{written}}}""";
        var kind = EntryKinds.ReadingCorrected;
        var entry = EntryKindsTests.Committed(
            kind.New("a7", "u1", new() { Correction = new CorrectionWithdrawn(1) }) with
            {
                Payload = Encoding.UTF8.GetBytes(payload),
            }
        );

        Text(kind.New("a7", "u1", kind.Read(entry)!)).ShouldBe(payload);
    }

    [Fact]
    public void There_is_an_example_of_every_correction() =>
        OneOfEveryCorrection
            .Select(row => row.Data.Split('"')[3])
            .ShouldBe(LedgerPageTests.Corrections.Select(type => type.What));

    [Fact]
    public void What_a_short_file_leaves_out_has_its_default()
    {
        var site = JsonSerializer.Deserialize("""{"name":"The Courier"}""", PerennialJson.Lines.Site)!;

        (site.TimeZone, site.Language).ShouldBe(("UTC", "en"));
        site.Sections.ShouldBeEmpty();
        site.Authors.ShouldBeEmpty();
    }

    /// <summary>Properties are added with defaults, and older payloads have none of them: none of those may read as nothing.</summary>
    [Theory]
    [MemberData(nameof(OneOfEveryKind), DisableDiscoveryEnumeration = true)]
    public void A_payload_without_what_is_not_required_has_defaults_where_it_promises_values(NewEntry written)
    {
        var whole = JsonNode.Parse(written.Payload.Span)!;
        var kind = EntryKinds.All.Single(kind => kind.Name == written.Kind);
        Strip(whole, kind.PayloadType);

        var read = JsonSerializer.Deserialize(whole.ToJsonString(), kind.PayloadType, PerennialJson.Lines.Options);

        Promised(read!, kind.Name).ShouldBeEmpty();
    }

    /// <summary>Takes out of a payload all that its types do not require.</summary>
    private static void Strip(JsonNode node, Type type)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>())
            {
                Strip(item, type.IsGenericType ? type.GetGenericArguments()[0] : type);
            }
        }
        else if (node is JsonObject json && PerennialJson.Lines.GetTypeInfo(type) is { } info)
        {
            // A choice among types is told by its first property, and its types are positional: nothing of them is left out.
            foreach (var (name, value) in info.PolymorphismOptions is null ? json.ToList() : [])
            {
                var property = info.Properties.Single(property => property.Name == name);
                if (property.IsRequired || property.AssociatedParameter is { IsMemberInitializer: false })
                {
                    if (value is not null)
                    {
                        Strip(value, property.PropertyType);
                    }
                }
                else
                {
                    json.Remove(name);
                }
            }
        }
    }

    /// <summary>What reads as nothing although its type promises something, anywhere in a payload.</summary>
    private static IEnumerable<string> Promised(object value, string where)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetMethod is null)
            {
                continue;
            }
            var here = $"{where}.{property.Name}";
            var read = property.GetValue(value);
            if (read is null && nullability.Create(property).ReadState == NullabilityState.NotNull)
            {
                yield return here;
            }
            foreach (
                var inner in read is System.Collections.IEnumerable several and not string ? several.Cast<object>()
                : read?.GetType().Namespace == nameof(Perennial) && !read.GetType().IsEnum ? [read]
                : []
            )
            {
                foreach (var wrong in inner.GetType().Namespace == nameof(Perennial) ? Promised(inner, here) : [])
                {
                    yield return wrong;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(OneOfEveryKind), DisableDiscoveryEnumeration = true)]
    public void A_payload_is_written_again_as_it_was_read(NewEntry written)
    {
        var entry = EntryKindsTests.Committed(written);
        var again = EntryKinds.All.Single(kind => kind.Name == written.Kind) switch
        {
            EntryKind<SiteChanged> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<SourceAdded> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<SourceChanged> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PageCaptured> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PageGone> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<ArticleRead> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<ArticlePlaced> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<EchoFound> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StoryOpened> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StoryChanged> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PostPublished> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PostEdited> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<ReadingCorrected> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<EntitiesLinked> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<TrailExtended> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StoryRead> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StoryMerged> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StorySplit> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<ArticleMoved> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<StoriesKeptApart> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PiecePublished> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<PieceEdited> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<QuestionChanged> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            EntryKind<GateMoved> kind => kind.New(written.Subject, written.Author, kind.Read(entry)!),
            _ => throw new InvalidOperationException($"no case for {written.Kind}"),
        };

        Text(again).ShouldBe(Text(written));
    }

    [Fact]
    public void There_is_an_example_of_every_kind() =>
        OneOfEveryKind
            .Select(row => row.Data.Kind)
            .ShouldBe(EntryKinds.All.Select(kind => kind.Name), ignoreOrder: true);

    [Fact]
    public void A_payload_holds_any_script_as_itself_on_one_line()
    {
        var text = Text(EntryKinds.PostPublished.New("p1", "u1", new() { Story = "s1", Post = Post }));

        text.ShouldContain("Вода встає");
        text.ShouldContain("“Calm”");
        text.ShouldContain("\"time\":\"2031-03-12T09:15:00+01:00\"");
        text.ShouldNotContain("\n");
        text.ShouldStartWith("{\"v\":1,");
    }

    [Fact]
    public void A_payload_with_a_property_of_a_later_version_is_still_read()
    {
        var entry = EntryKindsTests.Committed(
            EntryKinds.PageGone.New("a1", "gatherer", new PageGone { Status = 410 }) with
            {
                Payload = """{"v":1,"status":404,"seenBy":"a later version"}"""u8.ToArray(),
            }
        );

        EntryKinds.PageGone.Read(entry).ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public void A_name_that_an_enumeration_does_not_have_is_refused() =>
        Should.Throw<System.Text.Json.JsonException>(() =>
            EntryKinds.EchoFound.Read(
                EntryKindsTests.Committed(
                    EntryKinds.EchoFound.New(
                        "a1",
                        "weaver/1",
                        new()
                        {
                            Read = 1,
                            Of = "a1",
                            Relation = EchoRelation.Copy,
                        }
                    ) with
                    {
                        Payload = """{"v":1,"read":1,"of":"a1","relation":2}"""u8.ToArray(),
                    }
                )
            )
        );

    private static string Text(NewEntry entry) => Encoding.UTF8.GetString(entry.Payload.Span);
}
