"""The distributed engine: the same plan as SQL text on Spark, the same kernels by `mapInArrow`."""
