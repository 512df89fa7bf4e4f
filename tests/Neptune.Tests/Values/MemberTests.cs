using System.Dynamic;
using System.Text.Json.Serialization;
using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>Which members of an object become fields.</summary>
public sealed class MemberTests
{
    [Fact]
    public void Public_properties_and_fields_do_and_nothing_else()
    {
        Assert.Equal(["Field=4", "Property=1"], Fields(new Everything()));
        Assert.Equal(["a=1"], Fields(new { a = 1 }));
        Assert.Equal(["X=1", "Y=2"], Fields(new Point { X = 1, Y = 2 }));
    }

    [Fact]
    public void Inherited_members_do_and_of_hidden_ones_the_last() =>
        Assert.Equal(["Epochs=7", "Lr=1", "Name=x"], Fields(new Derived(1, "x") { Epochs = 7 }));

    [Fact]
    public void Attributes_name_and_leave_out() =>
        Assert.Equal(["learning/rate=0.1", "momentum=0.9", "shown=3", "size=64"], Fields(new Named(0.1, 64)));

    [Fact]
    public void Attributes_of_serializers_do_not_count() =>
        Assert.Equal(["Kept=1", "Lr=2"], Fields(new ForJson()));

    [Fact]
    public void Types_that_keep_more_than_their_members_show_are_refused()
    {
        Assert.All<object>([new Late(), new Anything(), new Reading(), (Action)(() => { })], value =>
            Assert.Contains($"{value.GetType()} is no value", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", value)).Message, StringComparison.Ordinal));
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new Fixed()));
        Assert.Equal(["Epoch=2"], Fields(new Changed()));
    }

    [Fact]
    public void A_member_that_cannot_be_held_is_named() =>
        Assert.Contains("reading View", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new Spanning())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("no", "failed: no. Mark it")]
    [InlineData("No!", "failed: No! Mark it")]
    [InlineData("No. ", "failed: No. Mark it")]
    public void What_a_member_throws_is_a_sentence_of_the_message(string message, string expected) =>
        Assert.Contains(expected, Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new Throwing(message))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_object_that_contains_itself_is_refused_in_a_list_too()
    {
        var cycle = new Cycle();
        cycle.Next = cycle;

        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", cycle));
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new[] { cycle }));
    }

    private sealed class Throwing(string message)
    {
        public int Epoch => throw new InvalidOperationException(message);
    }

    private static IEnumerable<string> Fields(object value) => Leaves.Of("", value)
        .Select(leaf => FormattableString.Invariant($"{leaf.Path}={((ScalarLeaf)leaf.Leaf).Value.Boxed}"))
        .Order(StringComparer.Ordinal);

#pragma warning disable CA1051, CA1822, CS0414, CS0169, CS0649, IDE0044, IDE0051, IDE0052 // What these members are like is the test.
    private sealed class Everything
    {
        public const int Constant = 2;
        public static int Static = 3;
        public int Field = 4;
        private int hidden = 5;

        public int Property => 1;

        public int WriteOnly
        {
            set => hidden = value;
        }

        internal int Internal => 6;

        private int Private => 7;

        public int this[int index] => index;
    }

    private struct Point
    {
        public int X;
        public int Y;
    }

    private record Base(double Lr)
    {
        public int Epochs { get; init; }

        public virtual string Name => "base";
    }

    private sealed record Derived(double Lr, string Given) : Base(Lr)
    {
        public new long Epochs { get; init; }

        public override string Name => Given;

        [NeptuneIgnore]
        public string Given { get; } = Given;
    }

    private abstract record Above([NeptuneField("momentum")] double M);

    private sealed record Named([NeptuneField("learning//rate")] double Lr, [property: NeptuneField("size")] int Batch) : Above(0.9)
    {
        [NeptuneField("shown")]
        public int Other = 3;

        [NeptuneIgnore]
        public int Ignored = 4;

        [NeptuneIgnore]
        public Action? Schedule => null;
    }

    private sealed class ForJson
    {
        [JsonIgnore]
        public int Kept => 1;

        [JsonPropertyName("learning_rate")]
        public int Lr => 2;
    }

    private sealed class Late : Lazy<int>
    {
        public int Depth => 1;
    }

    private sealed class Anything : DynamicObject
    {
        public int Depth => 1;
    }

    private sealed class Reading : StringReader
    {
        public Reading()
            : base("text")
        {
        }

        public int Depth => 1;
    }

    private sealed class Changed : EventArgs
    {
        public int Epoch => 2;
    }

    private unsafe struct Fixed
    {
        public fixed int Numbers[2];
    }

    private sealed class Spanning
    {
        public ReadOnlySpan<char> View => "x";
    }

    private sealed class Cycle
    {
        public Cycle? Next { get; set; }
    }
#pragma warning restore
}
