"""Native GEOS through shapely, the peer of the benchmark: union of the coverage, then its difference from each commune.

Reads {"communes": [multipolygon…], "coverage": [multipolygon…], "runs": n, "shapes": bool} on standard input, coordinates as
nested lists; writes {"version", "seconds": [per run], "gap": [multipolygon per commune, where shapes are asked for]}.
"""
import json
import sys
import time

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union

data = json.load(sys.stdin)


def polygons(multipolygon):
    return [Polygon(rings[0], rings[1:]) for rings in multipolygon]


communes = [MultiPolygon(polygons(c)) for c in data["communes"]]
coverage = [p for m in data["coverage"] for p in polygons(m)]
seconds = []
for _ in range(data["runs"]):
    start = time.perf_counter()
    union = unary_union(coverage)
    gaps = [c.difference(union) for c in communes]
    areas = [g.area for g in gaps]
    seconds.append(time.perf_counter() - start)
try:
    version = f"shapely {shapely.__version__}, GEOS {'.'.join(map(str, shapely.geos.geos_version))}"
except AttributeError:
    version = f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string}"


def rings(gap):
    found = [g for g in getattr(gap, "geoms", [gap]) if g.geom_type == "Polygon"]
    return [[list(r.coords) for r in [p.exterior, *p.interiors]] for p in found if not p.is_empty]


json.dump({"version": version, "seconds": seconds, "gap": [rings(g) for g in gaps] if data["shapes"] else []}, sys.stdout)
