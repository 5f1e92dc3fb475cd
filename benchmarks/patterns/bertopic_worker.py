# SPDX-License-Identifier: EUPL-1.2
"""BERTopic in an environment of its own: texts and vectors in (JSON on standard input), groups out.

    python -m venv FOLDER && FOLDER/bin/pip install --no-deps bertopic
    FOLDER/bin/pip install hdbscan umap-learn pandas scikit-learn tqdm plotly pyyaml

BERTopic (MIT) is used unmodified, with its defaults, the seed of UMAP fixed so that it can be repeated.
``seconds`` is processor time without imports.
"""

import json
import sys
import time

import numpy as np


def main() -> None:
    asked = json.load(sys.stdin)
    from bertopic import BERTopic
    from bertopic.backend import BaseEmbedder
    from umap import UMAP

    version = __import__("bertopic").__version__
    vectors = np.array(asked["vectors"], dtype=np.float32)
    groups = {}
    for least in asked["least"]:
        started = time.process_time()
        reducer = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=42)
        model = BERTopic(min_topic_size=least, umap_model=reducer, embedding_model=BaseEmbedder())
        topics, _ = model.fit_transform(asked["texts"], embeddings=vectors)
        groups[str(least)] = {"topics": [int(t) for t in topics], "seconds": time.process_time() - started}
    json.dump({"version": version, "groups": groups}, sys.stdout)


if __name__ == "__main__":
    main()
