namespace Neptune.ML.Models.Explanations;

/// <summary>Recognises models of the package Microsoft.ML.FastTree, to which LightGBM's belong, without loading it.</summary>
internal static class TreeTypes
{
    public static bool IsEnsemble(object model) => Is(model, "Microsoft.ML.Trainers.FastTree.TreeEnsembleModelParameters");

    public static bool IsAdditive(object model) => Is(model, "Microsoft.ML.Trainers.FastTree.GamModelParametersBase");

    private static bool Is(object model, string name)
    {
        for (var type = model.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == name)
                return true;
        }
        return false;
    }
}
