namespace Neptune.MSBuild.Registration;

/// <summary>What became of a file that was to be registered.</summary>
internal enum RegistrationOutcome
{
    /// <summary>It is a version from now on.</summary>
    Registered,

    /// <summary>An earlier build has registered it.</summary>
    Known,

    /// <summary>It waits in a journal for the store.</summary>
    Waiting,
}
