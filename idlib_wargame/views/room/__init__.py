"""What the room may see on its own screen: one frozen value a scene, with every word made."""
