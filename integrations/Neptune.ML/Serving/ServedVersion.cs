using Microsoft.Extensions.ObjectPool;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Serving;

/// <summary>A loaded version with its pool of engines. It lives as long as it is current or answers.</summary>
internal sealed class ServedVersion<TIn, TOut>
    where TIn : class
    where TOut : class, new()
{
    private readonly ITransformer transformer;
    private readonly ObjectPool<PredictionEngine<TIn, TOut>> engines;
    private int users = 1;

    /// <summary>Makes the first engine at once: a model that does not fit the types shows here, not in a prediction.</summary>
    public ServedVersion(ServedModel model, MLContext ml, ITransformer transformer, DataViewSchema inputSchema)
    {
        Model = model;
        this.transformer = transformer;
        engines = new DefaultObjectPoolProvider().Create(new EnginePolicy(ml, transformer, Inputs(inputSchema)));
        engines.Return(engines.Get());
    }

    public ServedModel Model { get; }

    /// <summary>Keeps the version alive until <see cref="Leave"/>; refused when it is retired and nobody uses it any more.</summary>
    public bool TryEnter()
    {
        var seen = Volatile.Read(ref users);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (before == seen)
                return true;
            seen = before;
        }
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref users) > 0)
            return;
        (engines as IDisposable)?.Dispose();
        (transformer as IDisposable)?.Dispose();
    }

    /// <summary>Called once, by whoever put the version in place: it goes when the last prediction is done.</summary>
    public void Retire() => Leave();

    public TOut Predict(TIn input)
    {
        var engine = engines.Get();
        TOut output;
        try
        {
            output = engine.Predict(input);
        }
        catch
        {
            // An engine that threw may be half way through its row; the pool makes another.
            engine.Dispose();
            throw;
        }
        engines.Return(engine);
        return output;
    }

    /// <summary>The columns of the input type, with the vector sizes that the model was trained on where the type leaves them open.</summary>
    private static SchemaDefinition Inputs(DataViewSchema inputSchema)
    {
        var definition = SchemaDefinition.Create(typeof(TIn));
        foreach (var column in definition)
        {
            if (column.ColumnType is VectorDataViewType { IsKnownSize: false } open
                && inputSchema.GetColumnOrNull(column.ColumnName) is { Type: VectorDataViewType { IsKnownSize: true } known }
                && known.ItemType.Equals(open.ItemType))
            {
                column.ColumnType = known;
            }
        }
        return definition;
    }

    /// <summary>Engines share the transformer, which therefore is not theirs to dispose.</summary>
    private sealed class EnginePolicy(MLContext ml, ITransformer transformer, SchemaDefinition inputs) : PooledObjectPolicy<PredictionEngine<TIn, TOut>>
    {
        public override PredictionEngine<TIn, TOut> Create() =>
            ml.Model.CreatePredictionEngine<TIn, TOut>(transformer, new PredictionEngineOptions { OwnsTransformer = false, InputSchemaDefinition = inputs });

        public override bool Return(PredictionEngine<TIn, TOut> obj) => true;
    }
}
