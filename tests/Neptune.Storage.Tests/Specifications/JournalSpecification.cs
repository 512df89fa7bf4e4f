namespace Neptune.Storage.Tests;

public abstract class JournalSpecification : EngineTest
{
    private static readonly Guid Journal = Guid.NewGuid();

    private protected JournalSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void A_batch_that_was_applied_is_not_applied_again()
    {
        Assert.True(Append(0, 100).Applied);
        Assert.True(Append(100, 150).Applied);

        Assert.False(Append(0, 100).Applied);
        Assert.False(Append(100, 150).Applied);

        Assert.Equal(150, Store.JournalPosition(Journal));
        Assert.Equal(2, Summary("loss").Count);
    }

    [Theory]
    [InlineData(50, 100)]
    [InlineData(50, 200)]
    [InlineData(120, 200)]
    public void A_batch_that_does_not_follow_is_refused(long from, long to)
    {
        Append(0, 90);

        var error = Assert.Throws<NeptuneCorruptDataException>(() => Append(from, to));

        Assert.Contains("90", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{from} to {to}", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Summary("loss").Count);
    }

    [Fact]
    public void An_unknown_journal_starts_at_its_beginning()
    {
        Assert.Throws<NeptuneCorruptDataException>(() => Append(10, 20));
        Assert.Equal(0, Store.JournalPosition(Journal));
    }

    [Fact]
    public void A_forgotten_journal_is_unknown()
    {
        Append(0, 100);

        Store.ForgetJournal(Journal);

        Assert.Equal(0, Store.JournalPosition(Journal));
    }

    [Fact]
    public void A_batch_without_operations_moves_the_position()
    {
        Assert.True(Store.Apply(Run.Uid, [], new JournalMark(Journal, 0, 8)).Applied);
        Assert.Equal(8, Store.JournalPosition(Journal));
    }

    private ApplyResult Append(long from, long to) =>
        Store.Apply(Run.Uid, [Points.Floats("loss", (null, 1))], new JournalMark(Journal, from, to));
}
