using Veilor.Designer.Builds.Processes;

namespace Veilor.Designer.Tests.Builds;

public sealed class ListedContainerTests
{
    /// <summary>Two of the fields that podman 4.3.1 prints are enough; it writes the names as a list and the time in seconds.</summary>
    private const string List =
        """
        [
          { "Id": "aa", "Names": ["working-container"], "Created": 1795750336, "CreatedAt": "4 seconds ago", "State": "storage" },
          { "Id": "bb", "Names": ["869269f62da4-working-container-2", "other"], "Created": 1795750337 },
          { "Id": "cc", "Names": ["db"], "Created": "yesterday" },
          { "Id": "dd", "Names": null },
          { "Names": ["nobody"] },
          7
        ]
        """;

    [Fact]
    public void The_list_of_podman_is_read_with_names_and_times()
    {
        var list = ListedContainer.ReadList(List)!;
        Assert.Equal(["aa", "bb", "cc", "dd"], list.Select(item => item.Id), StringComparer.Ordinal);
        Assert.Equal([true, true, false, false], list.Select(item => item.IsWorkingContainer));
        Assert.Equal(["869269f62da4-working-container-2", "other"], list[1].Names, StringComparer.Ordinal);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_795_750_336), list[0].Created);
        Assert.Null(list[2].Created);
    }

    [Fact]
    public void A_container_of_the_second_in_which_a_step_began_may_be_of_the_step_and_one_without_a_time_too()
    {
        var list = ListedContainer.ReadList(List)!;
        var began = DateTimeOffset.FromUnixTimeMilliseconds(1_795_750_337_900);
        Assert.Equal([false, true, true, true], list.Select(item => item.IsSince(began)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Error: no such command")]
    [InlineData("{}")]
    public void What_is_no_list_is_none(string text) => Assert.Null(ListedContainer.ReadList(text));
}
