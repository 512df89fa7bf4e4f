namespace Neptune.Storage.Tests;

/// <summary>A store with a project and a run, and words for what tests do with them.</summary>
public abstract class EngineTest : IDisposable
{
    private protected const string Owner = "ada";

    private readonly TestEngine engine;

    private protected EngineTest(TestEngine engine)
    {
        this.engine = engine;
        Store = engine.Open();
        Project = Store.EnsureProject(new("local", "classification"), Owner, Now);
        Run = NewRun();
    }

    private protected static DateTimeOffset Now { get; } = new(2030, 5, 17, 12, 0, 0, TimeSpan.Zero);

    private protected Store Store { get; private set; }

    private protected ProjectRecord Project { get; }

    private protected ObjectRecord Run { get; }

    public void Dispose()
    {
        Store.Dispose();
        engine.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ObjectRecord NewRun(string? customId = null) => Store.CreateRun(Project, customId, Owner, Now).Record;

    private protected Store OpenAnother() => engine.Open();

    /// <summary>Changes the database behind the engine's back.</summary>
    private protected void Execute(string sql) => engine.Execute(sql);

    private protected void Reopen()
    {
        Store.Dispose();
        Store = engine.Open();
    }

    /// <summary>Applies operations that must all fit.</summary>
    private protected void Apply(params Operation[] operations) => Assert.Empty(Store.Apply(Run.Uid, operations).Errors);

    /// <summary>Applies one operation that must not fit and returns the reason.</summary>
    private protected string Refused(Operation operation) => Assert.Single(Store.Apply(Run.Uid, [operation]).Errors).Message;

    private protected object? Read(string path) => Store.ReadField(Run.Uid, path)?.Scalar?.Boxed;

    private protected SeriesSummary Summary(string path) => Store.ReadField(Run.Uid, path)!.Series!;
}
