using Neptune.ML.Training.Curves.Snapshots;

namespace Neptune.ML.Tests.Training;

public sealed class EvaluationBudgetTests
{
    [Fact]
    public void A_small_model_is_evaluated_with_many_rows_at_many_checkpoints()
    {
        var budget = EvaluationBudget.For(asked: null, WeightShape.BiasesLast(outputs: 1, slots: 20), values: 20);

        Assert.InRange(budget.Rows, 10_000, 20_000);
        Assert.Equal(25, budget.Points);
    }

    [Fact]
    public void A_large_model_is_evaluated_with_fewer_rows_at_fewer_checkpoints()
    {
        var budget = EvaluationBudget.For(asked: null, WeightShape.BiasesLast(outputs: 10, slots: 1_000_000), values: 200);

        Assert.Equal(new EvaluationBudget(Rows: 1_000, Points: 8, Batch: 1), budget);
    }

    [Fact]
    public void Rows_that_were_asked_for_are_used_at_fewer_checkpoints()
    {
        var shape = WeightShape.BiasesLast(outputs: 1, slots: 20);

        Assert.Equal(50_000, EvaluationBudget.For(asked: 50_000, shape, values: 20).Rows);
        Assert.True(EvaluationBudget.For(asked: 50_000, shape, values: 20).Points < EvaluationBudget.For(asked: 10_000, shape, values: 20).Points);
    }

    [Fact]
    public void Models_that_are_trained_one_after_another_share_what_it_may_cost()
    {
        var shape = WeightShape.BiasesLast(outputs: 1, slots: 20);

        var (one, ten) = (EvaluationBudget.For(asked: null, shape, values: 20), EvaluationBudget.For(asked: null, shape, values: 20, trainings: 10));

        Assert.InRange((double)one.Rows * one.Points / (ten.Rows * ten.Points), 9, 11);
    }

    [Fact]
    public void Rows_that_would_not_fit_into_memory_are_not_read()
    {
        var budget = EvaluationBudget.For(asked: 1_000_000, WeightShape.BiasesLast(outputs: 1, slots: 10_000), values: 10_000);

        Assert.Equal(1_600, budget.Rows);
    }
}
