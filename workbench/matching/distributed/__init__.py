"""Matching on a cluster of Dask workers: the same results as on one machine.

Only this package knows Dask, and loads it only when a cluster is asked for.
"""

from workbench.matching.distributed.cluster import ClusterEngine, NoCluster, opened_engine

__all__ = ["ClusterEngine", "NoCluster", "opened_engine"]
