using System.CommandLine;

namespace Neptune.Cli.Commands;

/// <summary><c>--store</c>, which every command takes.</summary>
internal sealed class StoreOption : Option<string?>
{
    public StoreOption()
        : base("--store")
    {
        Description = "The store's folder, or the folder that holds its .neptune folder. Default: NEPTUNE_HOME, else the nearest .neptune upwards.";
        HelpName = "folder";
        Recursive = true;
    }
}
