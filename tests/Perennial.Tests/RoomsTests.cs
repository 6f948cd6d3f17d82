using System.Xml.Linq;

namespace Perennial.Tests;

/// <summary>The map of the rooms in <c>docs/rooms.md</c> against what the project files say.</summary>
public sealed class RoomsTests
{
    private static readonly IReadOnlyList<string[]> Map = Repository.Table("docs/rooms.md", "room");

    public static TheoryData<string> Rooms =>
        [
            .. Directory
                .GetDirectories(Path.Combine(Repository.Root, "src"))
                .Select(path => Path.GetFileName(path))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_sees_what_the_map_says(string room) =>
        Project(room, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order()
            .ShouldBe(Repository.Items(Row(room)[2]).Select(Full).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_carries_the_packages_that_the_map_says(string room) =>
        Project(room, "PackageReference").Order().ShouldBe(Repository.Items(Row(room)[3]).Order());

    [Fact]
    public void The_map_has_no_room_that_is_not_there() =>
        Map.Select(row => row[0]).Order().ShouldBe(Rooms.Select(row => row.Data).Order());

    [Fact]
    public void Data_goes_up_through_the_rooms_and_never_back()
    {
        var order = Map.Select(row => row[0]).ToList();
        foreach (var row in Map)
        {
            Repository.Items(row[2]).ShouldAllBe(seen => order.IndexOf(Full(seen)) < order.IndexOf(row[0]));
        }
    }

    [Fact]
    public void Every_package_has_its_line_among_the_dependencies()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/dependencies.md"));

        Map.SelectMany(row => Repository.Items(row[3]))
            .Distinct()
            .ShouldAllBe(package => page.Contains($"| {package}"));
    }

    private static string[] Row(string room) => Map.Single(row => row[0] == room);

    private static string Full(string name) => name == "Perennial" ? name : $"Perennial.{name}";

    private static IEnumerable<string> Project(string room, string element) =>
        XDocument
            .Load(Path.Combine(Repository.Root, "src", room, room + ".csproj"))
            .Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value);
}
