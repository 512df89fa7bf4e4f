using Microsoft.ML.Data;

namespace Serving;

/// <summary>What the model wants to know, as JSON: <c>{ "age": 39, "educationYears": 13, "workclass": "Private", … }</c>.</summary>
internal sealed class Person
{
    [ColumnName("age")]
    public float Age { get; set; }

    [ColumnName("education-num")]
    public float EducationYears { get; set; }

    [ColumnName("capital-gain")]
    public float CapitalGain { get; set; }

    [ColumnName("capital-loss")]
    public float CapitalLoss { get; set; }

    [ColumnName("hours-per-week")]
    public float HoursPerWeek { get; set; }

    [ColumnName("workclass")]
    public string Workclass { get; set; } = "";

    [ColumnName("marital-status")]
    public string MaritalStatus { get; set; } = "";

    [ColumnName("occupation")]
    public string Occupation { get; set; } = "";
}
