using Neptune.ML.Training.Curves.Snapshots;

namespace Neptune.ML.Tests.Training;

public sealed class EvaluationBudgetTests
{
    private static readonly WeightShape Small = WeightShape.BiasesLast(outputs: 1, slots: 20);

    [Fact]
    public void A_small_model_is_evaluated_with_many_rows_at_many_checkpoints()
    {
        var budget = new EvaluationBudget(asked: null, Small, values: 20, trainings: 1);

        Assert.InRange(budget.Rows, 10_000, 20_000);
        Assert.InRange(budget.PointsWith(budget.Rows), 20, 30);
    }

    [Fact]
    public void Where_there_are_few_rows_each_of_thousands_of_checkpoints_is_evaluated()
    {
        var budget = new EvaluationBudget(asked: null, Small, values: 20, trainings: 1);

        Assert.InRange(budget.PointsWith(100), 1_000, 10_000);
    }

    [Fact]
    public void A_large_model_is_evaluated_with_fewer_rows_at_fewer_checkpoints_one_at_a_time()
    {
        var budget = new EvaluationBudget(asked: null, WeightShape.BiasesLast(outputs: 10, slots: 1_000_000), values: 200, trainings: 1);

        Assert.Equal((1_000, 8, 1), (budget.Rows, budget.PointsWith(1_000), budget.Batch));
    }

    [Fact]
    public void Rows_that_were_asked_for_are_used()
    {
        Assert.Equal(50_000, new EvaluationBudget(asked: 50_000, Small, values: 20, trainings: 1).Rows);
    }

    [Fact]
    public void Models_that_are_trained_one_after_another_share_what_it_may_cost()
    {
        var (one, ten) = (new EvaluationBudget(asked: null, Small, values: 20, trainings: 1), new EvaluationBudget(asked: null, Small, values: 20, trainings: 10));

        Assert.InRange((double)one.Rows / ten.Rows, 9, 11);
        Assert.InRange((double)one.PointsWith(1_000) / ten.PointsWith(1_000), 9, 11);
    }

    [Fact]
    public void Rows_that_would_not_fit_into_memory_are_not_read()
    {
        Assert.Equal(1_600, new EvaluationBudget(asked: 1_000_000, WeightShape.BiasesLast(outputs: 1, slots: 10_000), values: 10_000, trainings: 1).Rows);
    }
}
