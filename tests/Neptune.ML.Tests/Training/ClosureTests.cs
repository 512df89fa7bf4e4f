using Neptune.ML.Training.Curves.Snapshots;

namespace Neptune.ML.Tests.Training;

public sealed class ClosureTests
{
    [Fact]
    public void Variables_of_the_blocks_around_a_delegate_are_read_as_they_are_now()
    {
        var weight = 1;
        Func<int> asked = () => 0;
        for (var iteration = 0; iteration < 1; iteration++)
        {
            var inner = iteration;
            asked = () => inner + weight;
        }
        var read = new Closure(asked.Target).Variable<int>("weight");

        weight = 2;

        Assert.Equal(2, read());
        Assert.Equal(0, new Closure(asked.Target).Variable<int>("inner")());
    }

    [Fact]
    public void A_variable_of_another_type_or_name_is_missed_by_name()
    {
        var weight = 1;
        Func<int> asked = () => weight;
        var closure = new Closure(asked.Target);

        Assert.Contains("bias", Assert.Throws<MissingMemberException>(() => closure.Variable<int>("bias")).Message);
        Assert.Throws<MissingMemberException>(() => closure.Variable<string>("weight"));
        Assert.False(closure.IsEmpty);
    }

    [Fact]
    public void A_delegate_that_sees_nothing_is_empty()
    {
        Func<int> asked = () => 1;

        Assert.True(new Closure(asked.Target).IsEmpty);
        Assert.True(new Closure(null).IsEmpty);
    }
}
