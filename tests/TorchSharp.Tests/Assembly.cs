// Seeds, thread counts and the number of live tensors belong to the process: the tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
