using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers.Lifetime;

/// <summary>
/// Finds where locals and parameters are used that have ended on every way that leads there. The states of ways that meet are intersected, so
/// that neither an end in one branch nor one later in a loop counts.
/// </summary>
internal sealed class EndedObjects
{
    private readonly ControlFlowGraph graph;
    private readonly ImmutableHashSet<ISymbol> tracked;
    private readonly Dictionary<CaptureId, ISymbol> captures = [];
    private readonly ImmutableHashSet<ISymbol>?[] before;

    private EndedObjects(ControlFlowGraph graph, ImmutableHashSet<ISymbol> tracked)
    {
        this.graph = graph;
        this.tracked = tracked;
        before = new ImmutableHashSet<ISymbol>?[graph.Blocks.Length];
        foreach (var capture in graph.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            if (Symbol(capture.Value.Bare()) is { } symbol)
                captures[capture.Id] = symbol;
        }
    }

    /// <param name="graph">The method.</param>
    /// <param name="tracked">The locals and parameters that are ended somewhere in it, and that no nested function sets.</param>
    /// <param name="report">Takes a use and the object used.</param>
    public static void Find(ControlFlowGraph graph, ImmutableHashSet<ISymbol> tracked, Action<IOperation, ISymbol> report)
    {
        var objects = new EndedObjects(graph, tracked);
        objects.Flow(graph.Root, graph.Blocks[0], ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), objects.before);
        foreach (var block in graph.Blocks)
        {
            if (objects.before[block.Ordinal] is { } state)
                objects.Through(block, state, report);
        }
    }

    /// <returns>The state at the end of a region that is a finally block; <c>null</c> when its end is not reached.</returns>
    private ImmutableHashSet<ISymbol>? Flow(ControlFlowRegion within, BasicBlock first, ImmutableHashSet<ISymbol> entry, ImmutableHashSet<ISymbol>?[] states)
    {
        ImmutableHashSet<ISymbol>? end = null;
        var waiting = new Queue<BasicBlock>();
        Meet(first, entry);
        while (waiting.Count > 0)
        {
            var block = waiting.Dequeue();
            EnterHandlers(block);
            var after = Through(block, states[block.Ordinal]!, report: null);
            Follow(block.ConditionalSuccessor, block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            Follow(block.FallThroughSuccessor, block.ConditionKind == ControlFlowConditionKind.WhenFalse);

            void Follow(ControlFlowBranch? branch, bool isTaken)
            {
                if (branch is null)
                    return;
                ImmutableHashSet<ISymbol>? state = isTaken && block.BranchValue is IIsNullOperation { Operand: var operand } && Tracked(operand) is { } none ? after.Add(none) : after;
                if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
                    end = end is null ? state : end.Intersect(state);
                foreach (var passed in branch.FinallyRegions)
                    state = state is null ? null : Flow(passed, graph.Blocks[passed.FirstBlockOrdinal], state, new ImmutableHashSet<ISymbol>?[states.Length]);
                if (branch.Destination is { } next && state is not null)
                    Meet(next, state);
            }
        }
        return end;

        void Meet(BasicBlock block, ImmutableHashSet<ISymbol> state)
        {
            if (block.Ordinal < within.FirstBlockOrdinal || block.Ordinal > within.LastBlockOrdinal)
                return;
            var known = states[block.Ordinal];
            var met = known is null ? state : known.Intersect(state);
            if (known is not null && met.Count == known.Count)
                return;
            states[block.Ordinal] = met;
            waiting.Enqueue(block);
        }

        // An exception may come from anywhere in a try block: what ended before it has ended, unless it was set in there.
        void EnterHandlers(BasicBlock block)
        {
            for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
            {
                if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
                    continue;
                var state = states[block.Ordinal]!.Except(SetIn(region));
                foreach (var handler in whole.NestedRegions.Where(nested => nested != region))
                    Meet(graph.Blocks[handler.FirstBlockOrdinal], state);
            }
        }
    }

    private IEnumerable<ISymbol> SetIn(ControlFlowRegion region) => graph.Blocks
        .Skip(region.FirstBlockOrdinal)
        .Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
        .SelectMany(static block => block.Operations)
        .SelectMany(static operation => operation.DescendantsAndSelf())
        .SelectMany(Assignments.In);

    private ImmutableHashSet<ISymbol> Through(BasicBlock block, ImmutableHashSet<ISymbol> state, Action<IOperation, ISymbol>? report)
    {
        foreach (var operation in block.Operations)
            Visit(operation);
        if (block.BranchValue is { } value)
            Visit(value);
        return state;

        // Operands come before what is done with them.
        void Visit(IOperation operation)
        {
            foreach (var operand in operation.ChildOperations)
                Visit(operand);
            if (Tracked(Ending.EndedBy(operation)) is { } ended)
                state = state.Add(ended);
            else if (Tracked(Ending.NeededBy(operation)) is { } used && state.Contains(used))
                report?.Invoke(operation, used);
            state = state.Except(Assignments.In(operation));
        }
    }

    private ISymbol? Tracked(IOperation? operation) =>
        (operation.Bare() is IFlowCaptureReferenceOperation capture && captures.TryGetValue(capture.Id, out var captured) ? captured : Symbol(operation.Bare())) is { } symbol
        && tracked.Contains(symbol) ? symbol : null;

    private static ISymbol? Symbol(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };
}
