namespace Neptune.Server.Live;

/// <summary>What is new in a project: a hint to look, not the news.</summary>
/// <param name="Project">The full name of the project.</param>
/// <param name="Change">The number of its latest change.</param>
/// <param name="Ids">The objects that changed; absent when they are too many to name, or gone.</param>
internal sealed record ChangeNotice(string Project, long Change, IReadOnlyList<string>? Ids);

/// <summary>What a stream begins with: how far the projects are, so that who was away knows what it has missed.</summary>
/// <param name="Changes">The number of the latest change by project.</param>
internal sealed record Greeting(IReadOnlyDictionary<string, long> Changes);
