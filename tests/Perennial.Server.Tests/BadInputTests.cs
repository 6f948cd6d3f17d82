using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Perennial.Server.Tests;

/// <summary>Bad input gets one clear line and the right exit code; never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_version_is_short()
    {
        var ran = await Perennially.RunAsync("--version");

        ran.Code.ShouldBe(0);
        ran.Output.ShouldHaveSingleItem().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Theory]
    [InlineData("read", "--jsn", "x.html")]
    [InlineData("serve", "--allow", "everything")]
    [InlineData("serve", "--public-url", "news.example.org")]
    [InlineData("serve", "--trust-proxy", "everybody")]
    [InlineData("serve", "--streams", "0")]
    [InlineData("serve", "--streams-per-address", "many")]
    [InlineData("verify", "--data")]
    [InlineData("read")]
    [InlineData("weave", "--timelines", "--dates", "0", "x.jsonl")]
    public async Task Arguments_that_make_no_sense_end_with_2(params string[] arguments)
    {
        var ran = await Perennially.RunAsync(arguments);

        ran.Code.ShouldBe(2);
        ran.Errors.ShouldHaveSingleItem().ShouldStartWith("perennial: ");
    }

    [Fact]
    public async Task A_file_that_is_not_there() =>
        (await Perennially.RunAsync("read", InFolder("nowhere.html"))).ShouldHaveFailed(1, "nowhere.html");

    [Fact]
    public async Task An_empty_file() =>
        (await Perennially.RunAsync("read", Written("empty.html", []))).ShouldHaveFailed(1, "empty");

    [Fact]
    public async Task A_binary_file() =>
        (await Perennially.RunAsync("read", Written("picture.html", new byte[4096]))).ShouldHaveFailed(1, "binary");

    [Fact]
    public async Task A_page_of_50_megabytes()
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html><p>" + new string('a', 50 * 1024 * 1024));

        (await Perennially.RunAsync("read", Written("long.html", page))).ShouldHaveFailed(1, "20 MB");
    }

    [Fact]
    public async Task A_page_cut_in_the_middle_is_read_as_far_as_it_goes()
    {
        var page = Tormouth.Page("Ferry Halvarin runs aground", "The ferry Halvarin ran aground on the Skarn reef.");
        var cut = page[..(page.IndexOf("People who live", StringComparison.Ordinal) + 20)];

        var ran = await Perennially.RunAsync("read", "--json", Written("cut.html", Encoding.UTF8.GetBytes(cut)));

        ran.Code.ShouldBe(0);
        ran.Output.ShouldHaveSingleItem().ShouldContain("ran aground on the Skarn reef");
    }

    [Fact]
    public async Task A_page_that_names_a_wrong_charset_is_read_as_what_it_is()
    {
        const string page =
            "<!doctype html><meta charset=iso-8859-1><title>Œuvre</title><article><h1>Œuvre à Tourmouth</h1><p>Le musée a rouvert hier après neuf ans de travaux, et l’œuvre du peintre y est exposée jusqu’à l’été.</p></article>";

        var ran = await Perennially.RunAsync("read", "--json", Written("charset.html", Encoding.UTF8.GetBytes(page)));

        ran.Output.ShouldHaveSingleItem().ShouldContain("l’œuvre du peintre y est exposée");
    }

    [Fact]
    public async Task One_bad_document_does_not_stop_the_others()
    {
        var lines = Written(
            "in.jsonl",
            Encoding.UTF8.GetBytes(
                """
                {"id": "a", "text": "It rained."}
                this is no JSON
                {"id": "b", "file": "/nowhere.html"}
                {"id": "c", "text": "It stopped."}
                """
            )
        );

        var ran = await Perennially.RunAsync("read", "--json", "--lines", lines);

        ran.Code.ShouldBe(0);
        ran.Output.Count.ShouldBe(4);
        ran.Output[0].ShouldContain("It rained.");
        ran.Output[1].ShouldContain("\"bad-line\"");
        ran.Output[2].ShouldContain("\"unreadable\"");
        ran.Output[3].ShouldContain("It stopped.");
    }

    [Fact]
    public async Task An_address_on_this_machine_is_refused_unless_it_is_allowed()
    {
        await using var origin = await LocalOrigin.StartAsync();
        origin.Serve("/page", Tormouth.Page("A page", "The ferry Halvarin ran aground on the Skarn reef."));

        (await Perennially.RunAsync("read", origin.Url("/page"))).ShouldHaveFailed(1, "--allow");
        origin.Requests.ShouldBeEmpty();

        (await Perennially.RunAsync("read", origin.Url("/page"), "--allow", "127.0.0.0/8")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_address_that_redirects_for_ever()
    {
        await using var origin = await LocalOrigin.StartAsync();
        origin.Redirect("/a", "/b");
        origin.Redirect("/b", "/a");

        (await Perennially.RunAsync("read", origin.Url("/a"), "--allow", "127.0.0.0/8")).ShouldHaveFailed(
            1,
            "redirects for ever"
        );
    }

    [Fact]
    public async Task A_feed_that_is_an_error_page()
    {
        await using var origin = await LocalOrigin.StartAsync();
        origin.Serve("/feed.xml", "<!doctype html><html><head><title>502 Bad Gateway</title></head></html>");

        var ran = await Perennially.RunAsync([
            "add",
            origin.Url("/feed.xml"),
            "--data",
            InFolder("newsroom"),
            "--allow",
            "127.0.0.0/8",
        ]);

        ran.ShouldHaveFailed(1, "502 Bad Gateway");
    }

    [Fact]
    public async Task A_port_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        (await Perennially.RunAsync("serve", "--data", InFolder("newsroom"), "--urls", url)).ShouldHaveFailed(
            1,
            "is in use"
        );
    }

    [Fact]
    public async Task A_folder_without_a_newsroom() =>
        (await Perennially.RunAsync("verify", "--data", InFolder("nothing"))).ShouldHaveFailed(1, "no newsroom");

    [Fact]
    public async Task A_newsroom_of_a_newer_version()
    {
        using var newsroom = new TemporaryNewsroom();
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "PRAGMA user_version = 99");

        (
            await Perennially.RunAsync("serve", "--data", newsroom.Folder.Path, "--urls", "http://127.0.0.1:0")
        ).ShouldHaveFailed(1, "newer version");
    }

    [Fact]
    public async Task A_damaged_ledger_is_told_by_verify()
    {
        using var newsroom = new TemporaryNewsroom();
        await newsroom.AppendAsync(
            EntryKinds.SiteChanged.New("site", "tester", new SiteChanged { Site = new Site { Name = "The Courier" } })
        );
        (await Perennially.RunAsync("verify", "--data", newsroom.Folder.Path)).Code.ShouldBe(0);
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "UPDATE payloads SET bytes = x'7b7d'");

        var ran = await Perennially.RunAsync("verify", "--data", newsroom.Folder.Path);

        ran.Code.ShouldBe(1);
        ran.Output[0].ShouldBe("entry 1: its payload is not the one that was committed");
    }

    [Fact]
    public async Task Settings_of_the_site_that_are_no_JSON()
    {
        Written("site.json", "{ name: }"u8.ToArray());

        (await Perennially.RunAsync("serve", "--data", folder, "--urls", "http://127.0.0.1:0")).ShouldHaveFailed(
            1,
            "site.json"
        );
    }

    private string InFolder(string name) => Path.Combine(folder, name);

    private string Written(string name, byte[] content)
    {
        File.WriteAllBytes(InFolder(name), content);
        return InFolder(name);
    }
}
