using Neptune.ML.Training.Progress;

namespace Neptune.ML.Tests.Training;

public sealed class ObservedListTests
{
    [Fact]
    public void A_search_tells_what_it_ended_at_and_nothing_when_there_is_nothing()
    {
        List<object> found = [];
        var list = new ObservedList<string>(found.Add);

        Assert.Null(list.FirstOrDefault(text => text == "b"));
        list.AddRange(["a", "b", "c"]);
        Assert.Equal("b", list.FirstOrDefault(text => text == "b"));
        list.RemoveAt(1);
        Assert.Equal("c", list.FirstOrDefault(text => text == "c"));

        Assert.Equal(["b", "c"], found);
    }
}
