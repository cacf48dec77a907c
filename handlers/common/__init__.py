"""What all features share: texts, screens, navigation, errors in words."""
